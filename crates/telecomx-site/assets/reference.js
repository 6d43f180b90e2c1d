// The reference: Redoc with the document, in the site's colours.
"use strict";

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const [ground, raised, line, text, faint, link] = ["--ground", "--raised", "--line", "--text", "--faint", "--link"].map(
    colour,
);

Redoc.init(
    window.telecomxDocument,
    {
        disableSearch: true,
        hideDownloadButton: true,
        nativeScrollbars: true,
        requiredPropsFirst: false,
        theme: {
            colors: {
                primary: { main: link },
                text: { primary: text, secondary: faint },
                border: { dark: line, light: line },
                http: { get: link, post: link, delete: link },
                responses: {
                    success: { color: text, backgroundColor: raised, tabTextColor: "#7fd48f" },
                    error: { color: text, backgroundColor: raised, tabTextColor: "#ff9b9b" },
                },
            },
            schema: { nestedBackground: raised, typeNameColor: faint, typeTitleColor: faint, requireLabelColor: text },
            sidebar: { backgroundColor: raised, textColor: text, activeTextColor: link },
            typography: {
                fontFamily: "system-ui, sans-serif",
                headings: { fontFamily: "system-ui, sans-serif" },
                code: { color: text, backgroundColor: raised },
                links: { color: link, visited: link, hover: link },
            },
            rightPanel: { backgroundColor: "#1d232a", textColor: "#e4e8ed" },
        },
    },
    document.getElementById("site-reference"),
);

// Code that scrolls can be reached by keyboard; Redoc shows more of it as the reader opens things.
function reachable() {
    for (const code of document.querySelectorAll("#site-reference pre:not([tabindex])")) code.tabIndex = 0;
}
new MutationObserver(reachable).observe(document.getElementById("site-reference"), { childList: true, subtree: true });
