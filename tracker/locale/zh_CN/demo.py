"""演示的用语。"""

MESSAGES = {
    "playing": "模拟半年的报送",
    "brief_name": "专报_示例数据_截至{day}.pdf",
    "added": "文中的 {count} 家单位只为这次演示登记：{names}",
    "nobodys": "原文未写明单位的 {count} 项，演示中归在“{name}”名下",
    "nobody": "未写明的单位（示例）",
    "office": "统筹单位（示例）",
}
