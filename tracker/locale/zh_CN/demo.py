"""演示的用语。"""

MESSAGES = {
    "playing": "模拟半年的报送",
    "brief_name": "专报_示例数据_截至{day}.pdf",
}
