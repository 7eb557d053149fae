"""The pages from which the national texts are known, each cited once here.

An address stands only where it leads to whoever published the page. Copies that moved to a
stranger's site, and pages that others now use for something else, are cited by what they copy:
their addresses lead nowhere that should be visited.
"""

from careplan.documents.support import Source

# fmt: off
# Laws and regulations, as they were published.
CC_ZZ = Source(title=("《民法典》总则编（法律文本）", "Civil Code, general part (text of the law)"), official=True)
CC_FZ = Source(title=("《民法典》附则（法律文本）", "Civil Code, closing provisions (text of the law)"), official=True)
PFP = Source(title=("《人口与计划生育法》2021年修正（法律文本）", "Population and Family Planning Law as amended in 2021 (text of the law)"), official=True)
WOMEN = Source(title=("《女职工劳动保护特别规定》（行政法规文本）", "Special Rules on the Labour Protection of Women Workers (text of the regulation)"), official=True)
VID = Source(title=("《公共安全视频图像信息系统管理条例》（行政法规文本）", "Regulation on Public Security Video Systems (text of the regulation)"), official=True)
MFB = Source(title=("《民办非企业单位登记管理暂行条例》（行政法规文本）", "Provisional Regulation on Registering Private Non-enterprise Units (text of the regulation)"), official=True)
SYDW = Source(title=("《事业单位登记管理暂行条例》（行政法规文本）", "Provisional Regulation on Registering Public Institutions (text of the regulation)"), official=True)
MKT = Source(title=("《市场主体登记管理条例》（行政法规文本）", "Regulation on Registering Market Entities (text of the regulation)"), official=True)
MBJY = Source(title=("《民办教育促进法》（法律文本）", "Law on Promoting Private Education (text of the law)"), official=True)
PRE = Source(title=("《学前教育法》（法律文本）", "Preschool Education Law (text of the law)"), official=True)

# Pages of public bodies, and an official text posted again by a trade association's site.
MAWEI = Source(
    title=("福州市马尾区人民政府网页2022年2月21日", "page of the Government of Mawei District, Fuzhou, 2022-02-21"), official=True,
    address="https://www.mawei.gov.cn/xjwz/zwgk/zfxxgkzdgz/wshspypaq/gggs/202202/t20220221_4312773.htm")
HAIYAN = Source(
    title=("海盐县人民政府网页2018年8月13日", "page of the Government of Haiyan County, 2018-08-13"), official=True,
    address="http://www.haiyan.gov.cn/art/2018/8/13/art_1229413327_2123802.html")
CLII = Source(
    title=("中国轻工业网转载的指导意见全文", "the guidance as reposted by China Light Industry Network"), official=True,
    address="http://www.clii.com.cn/zhhylm/zhhylmHangYeJuJiao/201612/t20161202_3900378.html")
NMG = Source(
    title=("内蒙古关于母婴设施的网页", "page of Inner Mongolia on mother-and-baby facilities"), official=True,
    address="http://www.itcgm.com/baixing/Info.asp?ID=5627")
P14A = Source(
    title=("商务部中国服务贸易指南网2021年7月22日", "China Services Info, 2021-07-22"), official=True,
    address="https://chinaservicesinfo.com/s/202107/22/WS60f9495a498e6a12c120382c/china-to-invest-more-in-nursery-care-sector-to-boost-supply.html")

# The press, on sites of its own.
TJM2 = Source(
    title=("央视网2022年1月6日", "CCTV, 2022-01-06"),
    address="https://henan.china.com/news/society/2022/0106/2530235060.html")
FPD = Source(
    title=("第一财经2023年3月15日（征求意见稿）", "Yicai, 2023-03-15 (the draft)"),
    address="https://www.yicai.com/news/101701974.html")
WST4 = Source(
    title=("马来西亚国家新闻社2023年11月3日", "Bernama, 2023-11-03"),
    address="https://www.thesundaily.my/world/china-issues-evaluation-standard-for-childcare-institutions-KH11704493")

# The press and the ministry, as copied by others: the copy was read, its address is none to cite.
HYG1 = Source(title=("新华网2022年8月7日", "Xinhua, 2022-08-07"))
HYG2 = Source(title=("央视网2022年8月9日", "CCTV, 2022-08-09"))
FP1 = Source(title=("一份报纸2023年11月21日", "a newspaper of 2023-11-21"))
FP2 = Source(title=("央视新闻2023年11月16日", "CCTV News, 2023-11-16"))
FP3 = Source(title=("每日经济新闻2023年11月16日", "National Business Daily, 2023-11-16"))
WST2 = Source(title=("新华网2023年11月3日", "Xinhua, 2023-11-03"))
WST3 = Source(title=("人民日报2024年4月2日", "People's Daily, 2024-04-02"))
N2012 = Source(title=("新京报2012年5月23日", "Beijing News, 2012-05-23"))
DAX = Source(title=("北京市大兴区2018年1月12日通知副本", "copy of a notice of Daxing District, Beijing, 2018-01-12"))
TJM1 = Source(title=("天津日报2022年1月6日", "Tianjin Daily, 2022-01-06"))
HB17 = Source(title=("新华社2017年5月19日", "Xinhua, 2017-05-19"))
P14B = Source(title=("新华社2022年1月10日", "Xinhua, 2022-01-10"))
P14C = Source(title=("新华社2023年4月25日", "Xinhua, 2023-04-25"))
XP = Source(title=("国家部门2020年政策摘要副本", "copy of a ministry's summary of policies, 2020"))

# Copies, summaries and answers of others.
TOT = Source(title=("一份政策条文汇编副本（编者称2026年9月8日核对原文）", "copy of a compilation of articles, whose author states that he read the originals on 2026-09-08"))
WEN = Source(title=("一则关于托育班级月龄的答问", "an answer on the ages of classes"))
QQ = Source(title=("另一托育应用的政策清单副本", "copy of another childcare application's list of policies"))
UIA = Source(title=("引用第十一条的法律问答副本", "copy of a legal answer that quotes article 11"))
FARM = Source(title=("一份机器翻译的条文摘要", "a summary, translated by machine"))
QA8 = Source(title=("按序引用条文的法律分析副本", "copy of a legal analysis that keeps the order of the items"))
SZ = Source(title=("深圳市托育机构设立条件副本", "copy of Shenzhen's conditions for institutions"))
NANJ = Source(title=("南京市托育政策摘要", "a summary of Nanjing's childcare policy"))
JGJ = Source(title=("《托儿所、幼儿园建筑设计规范》2019年局部修订条文副本", "copy of the amendment of 2019 to the nursery design code"))
ZXBK = Source(title=("《托儿所、幼儿园建筑设计规范》第4.2节副本", "copy of section 4.2 of the nursery design code"))
FG1 = Source(title=("一家消防企业的报道", "report of a fire-protection firm"))
D76A = Source(title=("一份入园须知", "notes on admission to a kindergarten"))
D76B = Source(title=("完整引用第十二条的网页副本", "copy of a page that quotes article 12 in full"))
D76D = Source(title=("一家翻译网站的英文译本", "an English translation on a translation site"))
GB1 = Source(title=("一个消防论坛所引条文", "the article as quoted in a fire-protection forum"))
GB2 = Source(title=("一家设计企业所引条文", "the article as quoted by a design firm"))
GB3 = Source(title=("一份考试答案所引条文", "the article as quoted in an examination key"))
BJ15 = Source(title=("北京市通知全文副本", "copy of Beijing's notice in full"))
# fmt: on
