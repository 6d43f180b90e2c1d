// The built site in a real browser: node test.mjs NODE_MODULES SITE ADDRESS
//
// Everything that is found is told, and then the test fails. Times and weights are printed; nothing is asserted of them.

import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [modules, site, served] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const ROOTS = [pathToFileURL(site).href, served];
const SCHEMES = { light: { colorScheme: "light" }, dark: { colorScheme: "dark" } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const document = JSON.parse(readFileSync(join(site, "openapi.json"), "utf8"));
const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
const objects = document.components.schemas;
const audiences = readdirSync(site, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === entry.name.toUpperCase())
    .map((entry) => entry.name);

/** One page of each kind. */
const KINDS = [
    ...readdirSync(site).filter((name) => name.endsWith(".html")),
    `operations/${operations[0].operationId}.html`,
    "objects/Customer.html",
    `${audiences[0]}/index.html`,
    `${audiences[0]}/objects/Customer.html`,
    `${audiences[0]}/reference.html`,
];

let checks = 0;
const found = [];
function check(is_so, otherwise) {
    checks += 1;
    if (!is_so) {
        found.push(otherwise);
        console.log(`  FOUND: ${otherwise}`);
    }
}

/** A page on which whatever it says on the console, and asks of other hosts, is found. */
async function open(browser, options = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const where = () => page.url().replace(ROOTS[0], "file:").replace(ROOTS[1], "");
    page.on("console", (message) => {
        check(!["error", "warning"].includes(message.type()), `${where()} says: ${message.text()}`);
    });
    page.on("pageerror", (error) => check(false, `${where()} fails: ${error}`));
    page.on("request", (request) => {
        const is_own = [...ROOTS, "data:", "blob:"].some((start) => request.url().startsWith(start));
        check(is_own, `${where()} asks another host: ${request.url()}`);
    });
    page.on("response", (response) => {
        check(response.status() < 400, `${where()}: ${response.status()} for ${response.url()}`);
    });
    return page;
}

/** Goes to a page and waits until it is whole. */
async function go(page, address) {
    // A new document each time, also where only the fragment differs.
    await page.goto("about:blank");
    await page.goto(address);
    if (address.includes("reference.html")) await page.waitForSelector("#site-reference h2");
}

async function pages_are_quiet(browser, root, paths) {
    const page = await open(browser);
    for (const path of paths) {
        await go(page, `${root}/${path}`);
        check((await page.locator("h1").count()) >= 1, `${path} has no heading`);
        check((await page.title()) !== "", `${path} has no title`);
    }
    await page.context().close();
}

async function everything_can_be_found(browser, root) {
    const page = await open(browser);
    const search = async (text) => {
        await go(page, `${root}/index.html`);
        await page.keyboard.press("/");
        await page.keyboard.type(text);
        await page.waitForSelector("#search-results [aria-selected='true']", { timeout: 2000 }).catch(() => {});
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => !url.pathname.endsWith("/index.html"), { timeout: 2000 }).catch(() => {});
        return decodeURIComponent(page.url().slice(root.length + 1));
    };
    for (const { operationId, summary } of operations) {
        const path = `operations/${operationId}.html`;
        for (const text of [operationId, summary]) {
            check((await search(text)) === path, `searching "${text}" does not lead to ${path}`);
        }
        await go(page, `${root}/reference.html#operation/${operationId}`);
        const heading = page.locator(`[id="operation/${operationId}"] h2`);
        await heading.waitFor();
        const is_shown = await heading
            .evaluate((it) => new Promise((resolve) => new IntersectionObserver(([e]) => resolve(e.isIntersecting)).observe(it)));
        check(is_shown, `reference.html#operation/${operationId} does not lead there`);
    }
    for (const [text, path] of [
        ["Customer.finance", "objects/Customer.html#finance"],
        ["404 customer", "errors.html#404-customer"],
        ["iptvprivate", "operations/listResellers.html#iptvprivate"],
        ["errata", "errata.html"],
    ]) {
        const arrived = await search(text);
        check(arrived === path, `searching "${text}" leads to ${arrived}, not to ${path}`);
    }
    check((await search("nothingiscalledthis")) === "index.html", "searching nonsense leads somewhere");
    await page.context().close();
}

async function every_property_has_a_link(browser, root) {
    const page = await open(browser);
    for (const [name, { properties }] of Object.entries(objects)) {
        await go(page, `${root}/objects/${name}.html`);
        const links = await page.$$eval("section.item", (items) =>
            items.map((item) => [item.id, item.querySelector("h3 a.anchor")?.getAttribute("href")]),
        );
        const wanted = Object.keys(properties).map((property) => [property, `#${property}`]);
        check(JSON.stringify(links) === JSON.stringify(wanted), `objects/${name}.html has not the links of its properties`);
    }
    await go(page, `${root}/objects/Customer.html#bindingDate`);
    const top = await page.evaluate(() => document.querySelector(":target")?.getBoundingClientRect().top);
    check(top >= 0 && top < 200, "objects/Customer.html#bindingDate does not lead there");
    await page.context().close();
}

/** The names that a level may not know, by the whole document. */
function hidden_from(level) {
    const admits = (it) => !it["x-access"] || it["x-access"].some((rule) => rule.levels.includes(level));
    const kept = new Set();
    const all = new Set();
    const visit = (name, sees) => {
        if (sees ? kept.has(name) : all.has(name)) return;
        (sees ? kept : all).add(name);
        for (const [property, schema] of Object.entries(objects[name]?.properties ?? {})) {
            const sees_it = sees && (schema["x-visible-to"]?.includes(level) ?? true);
            const below = [schema, schema.items, schema.allOf?.[0], schema.anyOf?.[0]].find((it) => it?.$ref)?.$ref.split("/").pop();
            (sees_it ? kept : all).add(property);
            if (below) visit(below, sees_it);
        }
    };
    visit("ErrorBody", true);
    for (const operation of operations) {
        const sees = admits(operation);
        (sees ? kept : all).add(operation.operationId);
        for (const parameter of operation.parameters ?? []) (sees && admits(parameter) ? kept : all).add(parameter.name);
        const { schema } = operation.responses[200].content["application/json"];
        visit((schema.$ref ?? schema.items.$ref).split("/").pop(), sees);
    }
    return [...all].filter((name) => !kept.has(name));
}

async function an_audience_sees_its_own(browser, root) {
    const page = await open(browser);
    let names = 0;
    for (const level of audiences) {
        const hidden = hidden_from(level);
        names += hidden.length;
        await go(page, `${root}/objects/Customer.html`);
        await page.locator("#audience-switch summary").click();
        await page.locator("#audience-switch").getByRole("link", { name: level, exact: true }).click();
        await page.waitForURL(`**/${level}/objects/Customer.html`);
        const leads = await page.$$eval("main a[href$='.html']", (links) => links.map((link) => link.href));
        for (const address of [page.url(), ...new Set(leads)].slice(0, 8)) {
            await go(page, address);
            const text = await page.evaluate(() => document.documentElement.outerHTML);
            for (const name of hidden) {
                check(!as_name(name).test(text), `${address} shows ${name}, which ${level} may not know`);
            }
        }
        const folder = readdirSync(join(site, level), { recursive: true });
        for (const path of folder.filter((name) => /\.(html|js|json|yaml)$/.test(name))) {
            const text = readFileSync(join(site, level, path), "utf8");
            for (const name of hidden) {
                check(!as_name(name).test(text), `${level}/${path} holds ${name}, which ${level} may not know`);
            }
        }
    }
    check(names > 0, "nothing is hidden from anybody: this test tests nothing");
    await page.context().close();
}

/** A name by itself; one that is an English word too, only where it is a name: in quotes, in code, or in a link. */
function as_name(name) {
    const is_word = /^[A-Z]?[a-z]+$/.test(name);
    return is_word
        ? new RegExp(`(?:["\`>#.]|^\\s*)${name}(?:["\`<]|:$)`, "m")
        : new RegExp(`(?<![\\w$])${name}(?![\\w$])`);
}

async function everybody_can_read_it(browser, root) {
    for (const [scheme, colours] of Object.entries(SCHEMES)) {
        for (const [width, size] of [["desk", {}], ["phone", PHONE]]) {
            const page = await open(browser, { ...colours, ...size });
            for (const path of KINDS) {
                await go(page, `${root}/${path}`);
                const place = `${path}, ${scheme}, ${width}`;
                // A phone shows a page that is too wide smaller, so its own idea of its width does not tell.
                const over = (await page.evaluate(() => document.documentElement.scrollWidth)) - page.viewportSize().width;
                check(over <= 0, `${place}: is ${over} pixels wider than the screen`);
                await page.evaluate(() => document.querySelectorAll("details:not(#audience-switch)").forEach((it) => (it.open = true)));
                await page.evaluate(axe);
                const { violations } = await page.evaluate(() => window.axe.run({ preload: false }));
                const bad = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
                for (const { id, nodes } of bad) {
                    check(false, `${place}: ${id} at ${nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3).join(" and ")}`);
                }
                check(true);
            }
            await page.context().close();
        }
    }
}

async function it_can_be_walked_by_keyboard(browser, root) {
    const page = await open(browser);
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName);
    const press = (key) => page.keyboard.press(key);
    await go(page, `${root}/operations.html`);
    await press("Tab");
    check((await focused()) === "skip", "the first thing that Tab reaches is not the link to the content");
    await press("Enter");
    check((await focused()) === "page-main", "the link to the content does not lead there");
    await press("/");
    check((await focused()) === "search-field", "/ does not lead to the search");
    await page.keyboard.type("customer");
    await page.waitForSelector("[aria-selected='true']");
    const chosen = () => page.getAttribute("#search-field", "aria-activedescendant");
    const first = await chosen();
    await press("ArrowDown");
    check((await chosen()) !== first, "the arrow does not choose the next result");
    await press("ArrowUp");
    check((await chosen()) === first, "the arrow does not choose the previous result");
    await press("ArrowUp");
    check((await chosen()) !== first, "the arrow does not go round");
    await press("Escape");
    check(await page.isHidden("#search-results"), "Escape does not close the results");
    check((await page.getAttribute("#search-field", "aria-expanded")) === "false", "closed results are said to be open");
    await press("Tab");
    const is_summary = await page.evaluate(() => document.activeElement.matches("#audience-switch summary"));
    check(is_summary, "after the search, Tab does not lead to the audiences");
    await press("Enter");
    check(await page.isVisible("#audience-switch ul"), "Enter does not open the audiences");
    const order = await page.$$eval("#audience-switch a", (links) => links.map((link) => link.textContent));
    await press("Tab");
    await press("Tab");
    await press("Enter");
    const is_there = (url) => url.pathname.endsWith(`/${order[1]}/operations.html`);
    await page.waitForURL(is_there, { timeout: 2000 }).catch(() => {});
    check(is_there(new URL(page.url())), "an audience cannot be chosen by keyboard");
    await go(page, `${root}/operations/${operations[0].operationId}.html`);
    await page.focus(".sample[data-language='Python'] summary");
    await press("Enter");
    check(await page.isVisible(".sample[data-language='Python'] pre"), "a sample cannot be opened by keyboard");
    check(await page.isHidden(".sample[data-language='curl'] pre"), "two samples are open");
    await go(page, `${root}/operations/${operations[1].operationId}.html`);
    check(await page.isVisible(".sample[data-language='Python'] pre"), "the reader's language is forgotten");
    await page.context().close();
}

/** Weight, compressed weight, and the time until the heading is there, served: the median of 5. */
async function measure(browser) {
    for (const path of ["index.html", `operations/${operations[0].operationId}.html`, "objects/Customer.html", "reference.html"]) {
        const times = [];
        let files = [];
        for (let round = 0; round < 5; round += 1) {
            const page = await open(browser);
            files = [];
            page.on("response", (response) => files.push(new URL(response.url()).pathname));
            await go(page, `${served}/${path}`);
            // When the heading is there, which on the reference is a good while after the first paint.
            times.push(await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))));
            await page.context().close();
        }
        const sizes = files.filter((file) => file.startsWith("/")).map((file) => readFileSync(join(site, file)));
        const sum = (list) => (list.reduce((total, size) => total + size, 0) / 1000).toFixed(0);
        const median = times.sort((one, other) => one - other)[2].toFixed(0);
        const raw = sum(sizes.map((text) => text.length));
        const compressed = sum(sizes.map((text) => gzipSync(text).length));
        console.log(`    ${path.padEnd(32)} ${raw.padStart(5)} kB (${compressed} kB)  ${median} ms`);
    }
}

const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
        // As root, Chromium runs only so; it sees nothing but this site.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
});
const all = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html"));
const parts = [
    ...ROOTS.flatMap((root) => [
        [pages_are_quiet, root, root === served ? KINDS : all],
        [everything_can_be_found, root],
        [an_audience_sees_its_own, root],
        [it_can_be_walked_by_keyboard, root],
    ]),
    [every_property_has_a_link, ROOTS[0]],
    [everybody_can_read_it, ROOTS[0]],
    [measure],
];
for (const [part, ...rest] of parts) {
    const name = part.name.replaceAll("_", " ");
    console.log(`  ${name}${rest[0] === undefined ? "" : rest[0] === served ? ", served" : ", from file://"}`);
    // What cannot be gone on with is found too, and the other parts are tried all the same.
    await part(browser, ...rest).catch((error) => check(false, `${name}: ${error.message.split("\n")[0]}`));
}
await browser.close();
console.log(`  ${checks - found.length} checks hold, ${found.length} do not`);
process.exit(found.length === 0 ? 0 : 1);
