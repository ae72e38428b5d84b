"""程序、数据库、设置、文件的错误，和对所输词语的要求。"""

MESSAGES = {
    # general
    "unexpected": "程序出现未预料的错误：{what}。请把这一行和所输命令一并报告维护者，并检查台账是否完好 → deeds db check",
    # command line
    "os": "无法读写 {file}：{what}。请检查路径、权限和磁盘空间 → deeds doctor",
    # database
    "database_missing": "还没有数据库 {path}。请先建立，或用 DEEDS_DATABASE_URL 指明位置。带随附的承诺事项 → deeds init；空的 → deeds init --empty",
    "database_empty": "数据库里还没有台账。请先建立 → deeds init",
    "database_exists": "已有数据库 {path}，没有覆盖。查看其内容 → deeds status",
    "database_behind": "数据库版本（{found}）旧于程序（{wanted}）。请升级 → deeds db upgrade",
    "database_ahead": "数据库版本（{found}）新于程序（{wanted}）。请换用新版程序，然后检查 → deeds doctor",
    "database_not_ours": "{path} 不是数据库文件。请核对 DEEDS_DATABASE_URL，然后检查 → deeds doctor",
    "database_damaged": "数据库 {path} 已损坏或磁盘读写出错。请停止写入，从备份恢复，然后检查 → deeds db check",
    "database_locked": "数据库 {path} 正被他人写入，等候超时，本次没有写入任何内容。请稍后再试；一直如此，请检查 → deeds doctor",
    "database_readonly": "数据库 {path} 不可写入。请检查文件和所在文件夹的权限 → deeds doctor",
    "database_role": "数据库用户 {user} 无权做这一步。印发、结束报送期、升级等由统筹单位以数据库所有者（如 deeds）的身份办理；核对 DEEDS_DATABASE_URL 中的用户 → deeds whoami",
    "database_folder_readonly": "文件夹 {folder} 不可写，其中的数据库 {path} 因此无法使用。请改文件夹的权限，或把数据库放在可写的文件夹 → deeds doctor",
    "database_unreadable": "无法打开数据库 {path}。请检查路径和权限 → deeds doctor",
    "database_unreachable": "与数据库 {path} 的连接失败或中断。请检查服务器和网络；要看数据库自己的说明 → DEEDS_DEBUG=1 deeds status",
    "database_password": "数据库 {path} 拒绝登录：用户名或密码不对。请核对 DEEDS_DATABASE_URL 中的用户名和 .pgpass 中的密码 → deeds doctor",
    "database_no_password": "数据库 {path} 要求密码，而没有提供。请在用户主目录的 .pgpass（权限 600）中为这个数据库写一行 主机:端口:{name}:用户:密码，然后检查 → deeds doctor",
    "database_not_admitted": "数据库 {path} 不准这个用户从本机登录。请数据库管理员在 pg_hba.conf 中放行，然后检查 → deeds doctor",
    "database_absent": "服务器 {host} 上没有名为 {name} 的数据库。请核对 DEEDS_DATABASE_URL；尚未建立的，请管理员先执行 createdb {name}，再建台账 → deeds init",
    "database_host_unknown": "找不到数据库服务器 {host}：没有这个主机名，或本机不能解析。请核对 DEEDS_DATABASE_URL 和网络 → deeds doctor",
    "database_refused": "连不上数据库服务器 {host}：那里没有 PostgreSQL 在运行，或端口不对。请启动服务，或核对 DEEDS_DATABASE_URL → deeds doctor",
    "database_no_answer": "数据库服务器 {host} 没有应答。请检查网络和防火墙，稍后再试 → deeds doctor",
    "database_busy": "数据库服务器 {host} 暂不接受连接（连接数已满，或正在启动、关闭）。请稍后再试 → deeds doctor",
    "database_kind": "不支持 {kind} 数据库，只支持 sqlite 和 postgresql。请改正 DEEDS_DATABASE_URL → deeds doctor",
    "database_url_invalid": "数据库地址“{url}”写法不对，应形如 sqlite:///deeds.db。请改正 DEEDS_DATABASE_URL → deeds doctor",
    "zone_unknown": "没有“{zone}”这个时区，应形如 Asia/Shanghai。若写法无误，请安装时区数据 → pip install tzdata",
    "driver_missing": "缺少 PostgreSQL 驱动程序。请在程序所在的文件夹重新安装 → DEEDS_DATABASE_URL=地址 python3 bootstrap.py setup",
    "disk_full": "磁盘已满，{path} 因此无法读写，没有写入任何内容。请腾出空间后再试 → deeds doctor",
    "append_only": "数据库 {path} 中的记录只增不改，本次没有写入任何内容。有误的记录请用新记录更正 → deeds update --help",
    "demo_folder_used": "文件夹 {folder} 不是空的，也不是以前演示所留，没有写入。请换一个文件夹 → deeds demo -o 演示",
    "today_not_simulated": "DEEDS_TODAY 只用于示例数据库，这个数据库不是。请取消该设置 → unset DEEDS_TODAY",
    # settings
    "config_missing": "找不到设置文件 {file}。请核对 DEEDS_CONFIG，或取消它 → unset DEEDS_CONFIG",
    "config_invalid": "设置文件 {file} 第 {line} 行不合 TOML 格式。请写成 agency = \"SCJG\" 的样子，再查看各项设置 → deeds whoami",
    "config_unknown": "设置文件 {file} 里的“{name}”不是设置项，可用：{known}。请改正或删去，再查看各项设置 → deeds whoami",
    "today_invalid": "DEEDS_TODAY 的值“{value}”不是日期。请写成 2021-07-31 的样子，或取消它 → unset DEEDS_TODAY",
    # audit, upgrade
    "books_unsound": "检查发现 {count} 处问题。请停止写入，保留数据库原样，从备份核对后再用；逐处列出 → deeds db check --json",
    "projection_stale": "检查发现 {count} 处问题，都在当前状态表中，可由日志重建 → deeds db rebuild",
    "backup_failed": "升级前无法备份到 {path}：{why}。数据库没有改动；请腾出空间或放开权限后再试 → deeds db upgrade",
    # doctor
    "doctor_found": "有 {count} 项不合要求（标 ✗）。请逐项输入其后的命令，或一次装齐 → python3 bootstrap.py setup",
    # words, sources, import
    "status_word_unknown": "没有“{word}”这种状态。可用：{choices}",
    "light_word_unknown": "亮灯没有“{word}”这一种，可用：{choices}",
    "day_unreadable": "“{word}”不是日期。请写成 2021-07-31、7-31 或“昨天”。",
    "percent_unreadable": "“{word}”不是百分比。请写 0% 至 100% 的整数，如 60%。",
    "number_unreadable": "“{word}”不是数量。请写不小于 0 的数，如 1200、1.5万 或 3000个。",
    "target_unreadable": "目标“{word}”读不出数量。数量目标用阿拉伯数字和单位，如 3000个、≥95%、≤5天（小于、大于请换算成 ≤、≥）；文字目标请以文字开头；取消目标写 无。",
    "target_nothing": "目标“{word}”等于没有目标。请写大于 0 的数；取消目标写 无。",
    "scope_twice": "--agency 和 --all-agencies 不能同时写。请去掉一个。",
    "column_unknown": "没有“{word}”这一栏。可用：{choices}",
    "file_missing": "没有文件 {file}。请核对路径和文件名。",
    "file_unreadable": "不能读取 {file}：{why}。请检查路径和权限。",
    # completion
    "shell_unknown": "没有为“{word}”准备的补全。可用：{choices} → deeds completion bash",
}
