"""Every light has a shape besides its colour, so that it is read without colour."""

SHAPES = {"solid_blue": "●", "hollow_blue": "○", "green": "▲", "yellow": "◆", "red": "■", "grey": "－", "none": "×"}
