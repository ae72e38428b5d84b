"""承诺事项的来源：文章、草案、导入。"""

MESSAGES = {
    # proposal
    "proposal_missing": "找不到文件 {file}。请核对路径；草案由文章提取而来 → deeds extract 文章 -o 草案.yaml",
    "proposal_is_folder": "{file} 是文件夹，不是草案文件 → deeds import 文件.yaml",
    "proposal_not_permitted": "没有读取 {file} 的权限。请放开权限或复制到可读的位置，再输入 → deeds import 文件.yaml",
    "proposal_unreadable": "无法读取 {file}（系统错误 {number}）。请检查磁盘后再输入 → deeds import 文件.yaml",
    "proposal_too_large": "{file} 超过 {limit} MB，不像草案文件。请分成几份后逐份导入 → deeds import 文件.yaml",
    "proposal_not_utf8": "{file} 不是 UTF-8 文本（第 {line} 行无法解读）。请在编辑器中另存为 UTF-8，再输入 → deeds import 文件.yaml",
    "proposal_invalid": "{file} 有 {count} 处错误，没有导入任何内容。请逐处改正后再输入 → deeds import {argument}",
    # words, sources, import
    "import_impossible": "文件与数据库有 {count} 处不能对应（如上），没有导入任何内容。请改正后再输入 → deeds import 文件.yaml",
    "import_code_taken": "代码 {code} 已是{agency}的，不能又是{name}。请另取代码；如是改名 → deeds agency rename {code} --name {name}",
    "import_name_taken": "{name}在名录中已有代码 {code}。请删去这一行，在承诺事项中填 {code}",
    "import_place_beyond": "位置到第 {end} 字符，而原文只有 {length} 字符。请改正，或删去这一处位置",
    "source_text_differs": "{file} 不是草案所依据的原文（SHA-256 为 {sha256}）。请换回原来的文件；原文有改动的，重新提取 → deeds extract {file}",
    "import_agency_unknown": "没有代码为 {code} 的单位。请在文件的 agencies 中补上这个单位，或改用名录中的代码。",
    "import_owner_changed": "{code} 已登记在 {old} 名下，导入不能更换责任单位。请改回，或由统筹单位调整分工。",
    "import_same_as_unknown": "没有编号为 {code} 的承诺事项。请改正文件中的“same_as”；查看编号 → deeds list",
    "import_same_as_late": "{code} 已单独跟踪，不能改为与 {other} 相同。请逐件核减 → deeds drop {code}-1 --reason 重复 --into {other}-1",
    "import_text_known": "这篇文章已作为来源 {other} 导入，再以 {key} 导入就会重复跟踪。请把 key 改为 {other}，或查看 → deeds source list",
    "import_text_other": "代号 {key} 已是另一篇原文的来源，导入会改写那一篇。如是更正稿，请在 source 下加“corrects: {sha256}”；如是另一篇，另取代号再提取 → deeds extract 文章 --key {key}-2 -o 草案.yaml",
    "import_key_new": "{code} 的条目已全部编号，没有给“{key}”的位置。请用已有条目的编号作 key，或更正 declared。",
    "import_two_coordinators": "只能有一个统筹单位，现有多个：{codes}。请在文件中只留一个“coordinates: true”。",
    "source_hash_unknown": "{file} 与已登记的来源都不一致（SHA-256 为 {sha256}）。请核对文件 → deeds source list",
    # article
    "article_empty": "文章是空的。请换一个有正文的文件 → deeds extract --help",
    "article_too_large": "文件超过 {limit} MB，不像一篇文章。请只取正文部分 → deeds extract --help",
    "article_is_pdf": "这是 PDF 文件，不是文本。请先另存为纯文本或网页，再提取 → deeds extract --help",
    "article_is_office": "这是 Word 一类的办公文档，不是文本。请先另存为纯文本，再提取 → deeds extract --help",
    "article_is_mht": "这是网页存档文件，不是文本。请在浏览器中另存为“网页，仅 HTML”或纯文本 → deeds extract --help",
    "source_key_shape": "来源代号 {value} 不合要求：只用小写字母、数字和连字符，以字母或数字开头和结尾，至多 60 个字符 → deeds extract --help",
    "output_is_article": "文件 {file} 就是要提取的文章，草案不能写在其中，以免毁掉原文。请换一个文件名 → deeds extract {file} -o 草案.yaml",
    "article_is_binary": "这不是文本文件。请换成纯文本或保存的网页 → deeds extract --help",
    "article_encoding": "文件的编码既不是 UTF-8 也不是 GB18030。请另存为 UTF-8 后再试 → deeds extract --help",
    "demo_owners_unknown": "演示用的单位名录中没有 {names}，无法直接演示。请先提取并填上单位代码 → deeds extract {file} -o 草案.yaml",
    "article_nothing_found": "没有从文章中找到承诺事项。可看各处为何未列入 → deeds extract {file} --show",
}
