"""What are figures drawn with?

IN: places in page pixels from the upper left corner, roles for colours, three sizes of text.
OUT: a matplotlib figure, and from it an SVG that takes colours and font from the page it stands in.
MAY NOT: know any one figure. Every text is measured with DejaVu Sans, which is wider than the page's sans.
"""

from reread.figures.canvas.axis import axis_below, axis_left
from reread.figures.canvas.curve import Curve, banded, name_band, uncovered
from reread.figures.canvas.names import name_points
from reread.figures.canvas.page import BASE, BIG, SMALL, Page
from reread.figures.canvas.palette import Role
from reread.figures.canvas.place import Box, around, first_free, spread
from reread.figures.canvas.save import Rows, write
from reread.figures.canvas.scale import Scale
from reread.figures.canvas.text import PrintedNumber, fixed, p_text, text_width, wrapped

__all__ = [
    "BASE",
    "BIG",
    "SMALL",
    "Box",
    "Curve",
    "Page",
    "PrintedNumber",
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
