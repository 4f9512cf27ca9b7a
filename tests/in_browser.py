"""What the tests that look at pages in a browser share: how it is started, how a page is opened, what is measured."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from axe_playwright_python.sync_playwright import Axe

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (360, 1180)]
FEW = 3
OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"
# pages ask for faces that a reader may not have; these are the widest that stand in for them
WIDE = ":root { --serif: 'DejaVu Serif', serif !important; --sans: 'DejaVu Serif', serif !important; }"
NARROW = ":root { --serif: 'Liberation Serif', serif !important; --sans: 'Liberation Sans', sans-serif !important; }"
# by how much the page is wider than the window
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# regions that a reader would have to push sideways to see all of them
CUT = """[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth)
  .map(e => e.querySelector('table').getAttribute('aria-describedby'))"""
# Contrast by the definition of WCAG 2.2 (relative luminance); large text is not given its lower limit.
CONTRAST = """() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const read = c => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1);
                      return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = rgb => rgb.slice(0, 3).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
                          .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = e => { for (; e; e = e.parentElement) { const c = read(getComputedStyle(e).backgroundColor);
                        if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), poor = [];
  let seen = 0;
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement, style = getComputedStyle(e);
    if (!walk.currentNode.data.trim() || !e.getClientRects().length) continue;
    const text = light(read(e instanceof SVGElement ? style.fill : style.color)), under = light(ground(e));
    const ratio = (Math.max(text, under) + .05) / (Math.min(text, under) + .05);
    seen += 1;
    if (ratio < 4.5) poor.push(ratio.toFixed(2) + ' ' + walk.currentNode.data.trim().slice(0, 40));
  }
  return [seen, poor];
}"""


def violations(browser: Any, address: str, scheme: str, width: int) -> list[str]:
    """What axe-core, all of its rules, finds on a page with everything open: rule, what it means, and where."""
    page = opened(browser, address, width, scheme=scheme)
    page.evaluate(OPEN_ALL)
    found = Axe().run(page).response["violations"]
    return [f"{rule['help']}: {node['target']}" for rule in found for node in rule["nodes"][:3]]


def opened(browser: Any, address: str, width: int = 1180, height: int = 740, scheme: str = "light") -> Any:
    """A page at a width and in a colour scheme; of more than a few the one that was opened first is closed.

    All of a browser share one context: one of its own costs three times as much as opening a page.
    """
    context = shared(browser)
    if len(context.pages) > FEW:
        context.pages[0].close()
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    return page


@lru_cache(maxsize=1)
def shared(browser: Any) -> Any:
    """The context of all pages that are opened in a browser."""
    return browser.new_context()
