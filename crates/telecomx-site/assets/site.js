// The search, the reader's language, and copying. Every page works without.
"use strict";

/** Searching: every word must occur; where it occurs decides the order. */
function find(entries, text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const found = [];
    for (const entry of entries) {
        const [kind, name, summary] = entry;
        const title = name.toLowerCase();
        const about = summary.toLowerCase();
        const all = `${kind} ${title} ${about}`;
        if (!words.every((word) => all.includes(word))) continue;
        const whole = words.join(" ");
        const parts = title.split(/[^\p{L}\p{N}_]+/u);
        let rank = 4;
        if (title === whole || about === whole) rank = 0;
        else if (parts.includes(whole)) rank = 1;
        else if (title.startsWith(whole)) rank = 2;
        else if (words.every((word) => title.includes(word))) rank = 3;
        found.push({ entry, rank });
    }
    // Sorting keeps the order of equals: operations come before objects, and those before properties.
    return found.sort((one, other) => one.rank - other.rank).map((it) => it.entry);
}

function search() {
    const MOST = 30;
    const box = document.getElementById("site-search");
    const field = document.getElementById("search-field");
    const list = document.getElementById("search-results");
    const count = document.getElementById("search-count");
    const root = document.body.dataset.root;
    let chosen = -1;
    box.hidden = false;

    // A page at file:// may load scripts, and nothing else; it does so when somebody wants to search.
    let index;
    function load() {
        index ??= new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.src = box.dataset.index;
            script.onload = () => resolve(window.telecomxSearch);
            script.onerror = reject;
            document.head.append(script);
        });
        return index;
    }

    function choose(number) {
        const options = list.children;
        chosen = options.length ? (number + options.length) % options.length : -1;
        for (const [index, option] of [...options].entries()) {
            option.setAttribute("aria-selected", String(index === chosen));
        }
        options[chosen]?.scrollIntoView({ block: "nearest" });
        field.setAttribute("aria-activedescendant", options[chosen]?.id ?? "");
    }

    function close() {
        list.hidden = true;
        field.setAttribute("aria-expanded", "false");
        field.removeAttribute("aria-activedescendant");
    }

    async function show() {
        const text = field.value;
        const entries = await load();
        if (text !== field.value) return;
        const found = find(entries, text);
        list.replaceChildren(
            ...found.slice(0, MOST).map(([kind, name, summary, address], index) => {
                const option = document.createElement("li");
                option.id = `search-result-${index}`;
                option.setAttribute("role", "option");
                option.dataset.address = root + address;
                const about = document.createElement("span");
                about.textContent = ` ${kind}${summary && ": "}${summary}`;
                option.append(name, about);
                option.addEventListener("mousedown", () => go(option));
                return option;
            }),
        );
        const is_asked = text.trim() !== "";
        count.textContent = is_asked ? `${found.length} found` : "";
        list.hidden = found.length === 0;
        field.setAttribute("aria-expanded", String(found.length > 0));
        choose(0);
    }

    function go(option) {
        close();
        location.href = option.dataset.address;
    }

    field.addEventListener("focus", load);
    field.addEventListener("input", show);
    field.addEventListener("blur", close);
    field.addEventListener("keydown", (event) => {
        if (event.key === "ArrowDown") choose(chosen + 1);
        else if (event.key === "ArrowUp") choose(chosen - 1);
        else if (event.key === "Escape") close();
        else if (event.key === "Enter" && list.children[chosen]) go(list.children[chosen]);
        else return;
        event.preventDefault();
    });
    document.addEventListener("keydown", (event) => {
        const is_typing = event.target.closest("input, textarea, select, [contenteditable]");
        if (event.key === "/" && !is_typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            field.focus();
            field.select();
        }
    });
}

/** The samples open in the language that was opened last. */
function language() {
    const KEY = "telecomx-language";
    // A browser may keep nothing for pages at file://, and says so by failing.
    const keep = (use) => {
        try {
            return use(localStorage);
        } catch {
            return null;
        }
    };
    const wanted = keep((store) => store.getItem(KEY));
    for (const sample of document.querySelectorAll(".sample")) {
        if (sample.dataset.language === wanted) sample.open = true;
        sample.querySelector("summary").addEventListener("click", () => {
            keep((store) => store.setItem(KEY, sample.dataset.language));
        });
    }
}

/** A button that copies a sample, where the browser allows it. */
function copying() {
    if (!navigator.clipboard) return;
    for (const code of document.querySelectorAll(".sample pre")) {
        const button = document.createElement("button");
        button.textContent = "Copy";
        button.addEventListener("click", async () => {
            await navigator.clipboard.writeText(code.textContent);
            button.textContent = "Copied";
        });
        code.before(button);
    }
}

/** The list of audiences closes like a menu. */
function audiences() {
    const details = document.getElementById("audience-switch");
    if (!details) return;
    // The same property or error, if there is a link to one.
    for (const link of details.querySelectorAll("a")) {
        link.addEventListener("click", () => {
            link.hash = location.hash;
        });
    }
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && details.open) {
            details.open = false;
            details.querySelector("summary").focus();
        }
    });
    document.addEventListener("click", (event) => {
        if (!details.contains(event.target)) details.open = false;
    });
}

search();
language();
copying();
audiences();
