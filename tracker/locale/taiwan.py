"""How Taiwan's official papers write what OpenCC writes otherwise: for the catalogue, and for content shown in Traditional. (stdlib only)"""

OFFICIAL = {
    "公佈": "公布",
    "賬": "帳",
    "“": "「",
    "”": "」",
}
