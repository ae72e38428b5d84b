"""How Taiwan's official papers write what OpenCC writes otherwise: for the catalogue, and for content shown in Traditional. (stdlib only)"""

OFFICIAL = {
    "公佈": "公布",
    "賬": "帳",
    "計劃": "計畫",
    "身份": "身分",
    "佔": "占",
    "“": "「",
    "”": "」",
}
