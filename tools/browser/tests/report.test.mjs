import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const command = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'plugins', 'conductor', 'bin', 'conductor.js');
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));

let folder;
let browser;
let address;

/** Three runs of one project, the last of them with a conflict. */
before(async () => {
  assert.ok(executablePath, 'a Chromium is needed: name one in CHROMIUM, or install the package chromium');
  folder = mkdtempSync(join(tmpdir(), 'conductor-report-'));
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const conductor = (...args) => execFileSync(process.execPath, [command, ...args], { cwd: folder, stdio: 'pipe' });
  put('conductor.json', JSON.stringify({ specs: [{ adapter: 'data', path: 'spec.json' }], patterns: [{ use: 'plain' }] }));
  put('spec.json', JSON.stringify({ names: { x: 1, '</script><script>document.title = "taken"</script>': 2 } }));
  put('.conductor/patterns/plain/pattern.json', JSON.stringify({ id: 'plain', outputs: [{ template: 't.ejs', forEach: '/names', to: '<%= item.name.length %>.txt' }] }));
  put('.conductor/patterns/plain/t.ejs', '<%= item.name %>\n');
  conductor('generate');
  conductor('generate');
  put('generated/1.txt', 'mine\n');
  put('.conductor/patterns/plain/t.ejs', 'the <%= item.name %>\n');
  assert.throws(() => conductor('generate'));
  conductor('report', '--output', 'report.html');
  address = pathToFileURL(join(folder, 'report.html')).href;
  // Where tests run as root, in containers, Chromium's sandbox is not to be had.
  browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
});

after(async () => {
  await browser?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A page with the report, and what it asked for and complained of. */
async function open(options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [requests, complaints] = [[], []];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(address);
  return { page, requests, complaints, close: () => context.close() };
}

test('asks for nothing but itself, draws its charts, and nothing in a spec becomes script', async () => {
  const { page, requests, complaints, close } = await open({});
  assert.deepEqual(requests.filter((url) => !url.startsWith('data:')), [address]);
  assert.deepEqual(complaints, []);
  assert.equal(await page.locator('.chart canvas').count(), 2);
  assert.match(await page.title(), /^Conductor: /);
  assert.match(await page.locator('.chart .u-legend').first().innerText(), /^run:?\s*\d{4}-\d\d-\d\d [\d:]+ UTC\s*whole run:?\s*\d/, 'the legend tells of the last run');
  await close();
});

test('draws its charts again in the colours of the other scheme', async () => {
  const { page, complaints, close } = await open({ colorScheme: 'light' });
  const colour = () => page.locator('.chart .u-marker').nth(1).evaluate((marker) => getComputedStyle(marker).borderColor);
  assert.equal(await colour(), 'rgb(27, 31, 36)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => getComputedStyle(document.querySelectorAll('.chart .u-marker')[1]).borderColor === 'rgb(230, 237, 243)');
  assert.equal(await page.locator('.chart canvas').count(), 2);
  assert.deepEqual(complaints, []);
  await close();
});

test('can be read without script', async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  assert.equal(await page.locator('h2').count(), 7);
  assert.equal(await page.locator('.chart:visible').count(), 0);
  assert.match(await page.locator('main').innerText(), /generated\/1\.txt\s+conflict/);
  await close();
});

test('does not scroll sideways at 400 pixels, charts and tables included', async () => {
  const { page, close } = await open({ viewport: { width: 400, height: 800 } });
  const [wide, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.equal(wide, view);
  const chart = await page.locator('.chart canvas').first().boundingBox();
  assert.ok(chart && chart.x + chart.width <= 400);
  await close();
});

test('is light or dark as the reader likes, with text that stands out in both', async () => {
  for (const [colorScheme, ground] of [['light', 'rgb(255, 255, 255)'], ['dark', 'rgb(13, 17, 23)']]) {
    const { page, close } = await open({ colorScheme });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), ground);
    const low = await page.evaluate(contrasts);
    assert.deepEqual(low.filter(({ ratio }) => ratio < 4.5), [], `${colorScheme}: text with a contrast below 4.5`);
    await close();
  }
});

test('is used by keyboard: a way past the links, sections, details, and tables that scroll', async () => {
  const { page, close } = await open({ viewport: { width: 400, height: 800 } });
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 40) ?? '');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'To the report');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => location.hash), '#main');
  const summary = page.locator('summary').first();
  await summary.focus();
  assert.equal(await page.locator('details').first().evaluate((details) => details.open), true);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('details').first().evaluate((details) => details.open), false);
  const table = page.locator('.scroll').first();
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
  await close();
});

/** In the page: contrast (WCAG 2.2) of every piece of text with what is behind it, outside of the charts. */
function contrasts() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const texts = [...document.querySelectorAll('body *')].filter((element) => !element.closest('.chart, script, style') && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  return texts.map((element) => {
    const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))];
    return { text: element.textContent.trim().slice(0, 30), ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
  });
}
