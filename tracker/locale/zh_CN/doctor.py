"""deeds doctor：逐项检查运行环境。"""

MESSAGES = {
    "help": "检查运行环境：程序库、字体、数据库、磁盘；不合要求的给出修复命令。",
    "help_example": "示例：deeds doctor；deeds doctor --json",
    "colon": "：",
    # what is looked at
    "name_python": "Python",
    "name_locale": "终端编码",
    "name_library": "程序库 {name}",
    "name_shared": "系统库 {name}",
    "name_font": "字体 {name}",
    "name_official_fonts": "公文字体",
    "name_zone": "时区数据 {name}",
    "name_file_system": "文件系统",
    "name_room": "磁盘空间",
    "name_database": "数据库",
    # what is found
    "said_version": "{version}",
    "said_locale": "{encoding}，界面语言 {language}",
    "said_found": "已安装",
    "said_missing": "未安装",
    "said_official_fonts": "已安装 {names}",
    "said_no_official_fonts": "未安装仿宋、小标宋等，报告改用 Noto 字体",
    "said_local": "本机磁盘（{kind}）",
    "said_network": "{path} 在网络文件系统（{kind}）上，多人同时写入会损坏数据库；请放到本机磁盘，或改用 PostgreSQL",
    "said_free": "剩余 {megabytes} MB",
    "said_database": "{where}，版本 {version}，可读写",
}
