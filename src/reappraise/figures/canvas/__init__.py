"""What are figures drawn with?

IN: places in page pixels from the upper left corner, roles for colours, three sizes of text.
OUT: a matplotlib figure, and from it an SVG that takes colours and font from the page it stands in.
MAY NOT: know any one figure. Every text is measured with DejaVu Sans, which is wider than the page's sans.
"""

from reappraise.figures.canvas.axis import axis_below, axis_left
from reappraise.figures.canvas.curve import Curve, banded, name_band, uncovered
from reappraise.figures.canvas.names import name_points
from reappraise.figures.canvas.page import BASE, BIG, SMALL, Page
from reappraise.figures.canvas.palette import Role
from reappraise.figures.canvas.place import Box, around, first_free, spread
from reappraise.figures.canvas.save import Rows, write
from reappraise.figures.canvas.scale import Scale
from reappraise.figures.canvas.text import fixed, p_text, text_width, wrapped

__all__ = [
    "BASE",
    "BIG",
    "SMALL",
    "Box",
    "Curve",
    "Page",
    "Role",
    "Rows",
    "Scale",
    "around",
    "axis_below",
    "axis_left",
    "banded",
    "first_free",
    "fixed",
    "name_band",
    "name_points",
    "p_text",
    "spread",
    "text_width",
    "uncovered",
    "wrapped",
    "write",
]
