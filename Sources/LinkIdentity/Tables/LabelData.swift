// swift-format-ignore-file
// Generated from labels.yaml by Sources/LinkIdentity/Data/generate.py; do not edit.

/// The built-in label rules, hashed by what they match.
enum LabelData {
  static let slots: StaticString = #"00Kj00>Q0000000000?T0000007c05;:05Zf05hL02M>0000000001<I01MQ03Aa0000000000R60000000002]e06_I06`E0000031b04`D00000000000000000000000006c5000003iU00000000000000:k00;50000033Z000006]400460000000005`B0000000000RG000002Ig00000000000000000000000000000000000000000000000000000000000000000000000002d]05Q300000000000000000000000004W20000000002YV0000000000000000000000Ln00N4000000000000000000Mh01[?01kO03eW01Y]00000000000000=800@500@Z02Ef0000000000=h076Y000005`e000002\G0000000000000000000000000000057X000000O4044\05=P000002ZW05U70000000001Ag04VF02j006af032C00Fa01d801e]05a;069i000006J3000004We020]000005DE05T`0000000006nN0000000000000000015o0000000000?^0000034J00000000000000000000034e05Wa0000072O00c`03h404?<00000000067I00o40000000000X6011A00000000013700000000000000000000000000LE0000000000HL02A@02]M02oX06Vg0000007A000000000000000001]R069M06DL06YT012_06gU000000Sj0000000000000000000000000000000006E30000070U00000000073<04]I000004TS0000055h000003CF0000000005P^02jl00000000000000000000000002n<00P100000000000000000000065k0000000005\`0000066M0000000001Xc0000000V03La000001Gk00000000000001[V02ha0000000001`406NT0000000006ER000000gS01:l052n05YF01W903kJ04\J0000000003ja04=`05KH02R`0000007W03I[000001:J028k009=05[:0000000000NE00000000000000000000000006h603i80000000001=K000001fG000003PI0000000003mn00E]0000000002Je000000000000000001o4000003`Q05DZ06@W05jV000J00>[049f03dW0000071Q04_m0000073g000003<006CX02mU000000000000000001WK06oQ01`O05Kl000003Uf05eh000000000000000000000000000006UG000004H]06[_00?H000=04oN077Z01O^000004_W00000000000000000000000000LZ02WB04^J000000kY0000000000000000000000000000000002J:070;00GK000000000000000000000000000001PF000000000000000000Hn02AU0000000002UO000000;V00JQ00G=040_05o1000000000000000003LI04i9064U00000000024[000000000000000003WH000000000000000000MX01iD000000lD03>K00000000000002O005E=009100000000055500IM00Rm033o044;06>K000005J\04>g00000000000000000000000001c?00000000000000000000000000000000000003TS000000:_00>H000001Y>000000000000000000D@02JS05kU000003`60000035906>m00K>00000000000002oJ059A00000000003P00bP01;_02I:02dF00g803V?02L]04Z<04fW06lX000001>S032b06ZW0000000001_X00iR027I04Xn05oU000001DG000000000000000006Se0000052P000003Y:05O40000000000000000000006jK00000000000003?h04jP000002ST0000000000C\0000054X0000000001G904ML000006D`048702bk01Kb0000000002F`000000000000000006K?06A3065?0000000001bD00000000000005_505Ln02TB06VE000006hS03B6033D00000000000002[K00000000000000nC00oI000000^J035U0000000000000000008B00<b0000000000;A03<^04T800000000000005Yn0000000004]b000006=:02GI00=]01VU02Ao02[800]=00EB02jb03f406KR000000000000008O01>d000000FD00000000000000000000000005IM01V<0000019@02lT00ml01a204fj004a04@X01ic06d>0000062f0000000000000000000006950000051d000006L8000000000000000004_?05I200000000026i00000683063c0000000000000000000003lB02mo056G02;704FS0000000006c]0000000002Pa00<L06hl000000b701Rd0000000000Qd04da05bA002P000004WL0000000000d;01HX02Oi025303OH04n_06I\0000000003Wa06M]000000G[03>f00jX00NS0000000003l_0000000002iU000001B[0000009H053H024K005V03JR06I>01fk01@I041I0000000000EO000006]O06_\000006g<0000000000000000000006mC00000000000002EE06TG0000000000000000000000mN00Tn02V_000001TO000000000000000001hL000002k`004F04aP077E000000000000000000000000072f00000000000000000000011_01XB000000D100El03RQ0000000000000000000000000000000002hN03_A0000000001k0002A00000000000000?i03b\04ZW01Wh02kS03bF057>05d^02eo0000000000000000031O000000f60000000002fK04K^0000000005B00000000000`6000004LP0000000003fH0000000001?:0000000006bK0000000000MK000000000000000002C\00=G02<800BT06[F0000008Z00Nc06lC000004@=00000000004S04^706C506n1000001d_05TD0000000003Ob0000000000000000009]05lE05LA04G30000000000\n012A01JP04f@030501gL05\806\F000005<>00000000000001R400000000000003=;03b002o=03Ph015L00TR06GZ000002DQ0000000001l[04g=04Ti06WM02mH030j02fa0383000000000000000000000000000000000000000005@106LN06fT000002ON05[[00000000000001f7000002la023[02o002Q<04[=01CJ000005cl04\e00:<05;X000000<W00Pf005d01<406<202gm03GK06;S0000000000000000000000^c04P>03mA00000000000000SO01F;044K05>L0000000000000000000005PI000000000000000000S]00000000000000[a02[n04lZ000001gf0000000000000000000000000000000000A`00_b03BH03XQ04HB01K4000006G3000005l`04kS000004VY0000000001h;06^T01\;00000000000002S;00000000025a02cd000000K]000000000000000000AS00c80000000006mX0000000002h900000000003g000003O3000005N_0000000000Il03FZ00000000000000DM0437001?05=1045U00000000000005^f06Yk01NV02Uf03HY03Qe04OV06Y;06N8000000000000000000000000038J03I>000003NV0000000002\_02C<00A5068V000000]R04a=0000053o00000000000000AF000000000000018E04Io064>00000000000003Cm00;a03FJ05k206XJ06id000000000000000000000000006E01@l000002E306SQ06Hc000000000000000004;d00000000072704KK000004gd05Qj0788000001EO0000000005Sl0000000000000000000000000000000000<504j504F]000006eY0000000000000000000000000000005C02@d00000000000005Bd01]0000006aO000000000000000000E60000000001jX000002kF000006Oa048O000000000000000000000000000000000000000001aO05OO00P<04Lm0000000001Z503cP000000FT000000000000043J000004:?00000000000000000035000000000000001Q01bn01ah02lG00000000000001>@041j04cX000002VA00Dk002206HL0000000000L802]801GN049C03=e03Rl00000000000002K]05:400Ha03SF0000000000000000026J000000000000000000000000000000000000006400aI04>P04@h00000000000006Cm01E>05mW01\]00>401Nf03g@024904[a06F^000006iG04IZ00000000000006_o00000000000005ME06Ui076B00000000000000@i000004c?05g606=M03AE000000000000000004mB00000000000006fk00CP000000000000000006cn071^00000000000000000000000000000000000002Ga01Bm02<j04bS05?@06P:05LT02ZC06;4006R0000000003J603R=0000000000F804N40000000006jh00nT000000000000050k0000000001T60000066c0000000006:>00000000000006:U0000000000000000000002l:000001AG01PX0000019]06<^000003X<0000000000h=05<U000003L500000000000000Gl02:Z000001Da000000RV04;?062D00OG00ee000000M>000000000000000002==06@600@A05_c00Ue0000000001U700000000000000?0000005K200OW01?R00T^03eF00000000000005@R05F;00U?05W500000000000006Jb00C@00000000000000000010042_06=n00000000000000000000000006o300PU06Lm06f?000004<L0000000005]R0000047Y000000000000000004:b000002cG03Jd046]05gi00000000000c03VZ00000000000001FV00000000000006Qj04SU00000000000000SB02IU00<m04^]000003UL000000_I003B00000000000004m[063J02G100TD074b01oK00W800000000000000000000009f03kg000006Ne000003aD000000eB04K9000000000000008e000002>M000000000000000005UZ000000000000000000QC00UR008704JD060800YH04N^00000000000000C102FO036<000000lY01B@000000000000000001Id06Ti000005:c00D[000000000000018b000000I=01Vh02nV04OC00000000000000Q4037?02NR02jT000002N4074I000000000286000000a^0000000003>601Cn04=A0637000000=R06`n000000000000001d00000000007000000000000005F_009S0000000000000000000004e8000001ZU0000000002Qb06Ro000001c[0000000000:005QW0000000000000000000002mb06]f00fU02k906OG0000000000000000000005P7000002@<00fg0000000002B@00000000000003]P000003gQ06\_0000000002?^05cD05mC000000BA02:B04QZ0000000002L10000000005]m03C200000000000000Bb0000000004J[0000030Z06W]00000000000000000759000005A<02m;000000;L00KM04?W0000000002g805be014i01^305aT06W:06kd00000000013Y00000000000004d306dN0000000004n:01Mn05HE000000000000020004L700000000000004?j00Jg04>700>>00000000000006F80000000000000000000000000000000100000000000000000000073Q000001nK01I@0000000000000000000000Of000000000000000000000000000000000000000005BM0000000000000000000005ZG0000075N000003Vk0000000002LD000005S2000000000000000004b>0000000002W]0000000004Pj000004i\00000000000000:G004o02TY0000000000000000038i00Ao0000000006Zm02km00@L00PH02i>03F804GN000006RQ00I\029K02PB02nc050?05>m06kI05^H00k<06dm02>0070l022Y03hK00000000050V059Z00000000007n01Q102eL00:R000003f^000002Z70000000004Rh000000\502ln000005cY00Ra0000002`014A05_M01SQ03K\000000000000000000H;00V801IV00000000000004]602XG05ml000002nI02Bc03HD03oK05Ib05Hb00000000000003Gg04S@00T800000000000002RK05SU03c701j>01?n05nE02gI00J@00000000000000000000000004e\03S[000004<504`j000001<j01^P0000000000000000000000`n000003CZ0000000006X60000003[00\F000000000000000000;j0000000000QS01dK00000000000000000000028H05Cd000000000000000000000000000000000000000000000000000000Fo02ga00000000036T06AL05RP000000000000000000000000000002U003T302gU0000000002QQ05JF000000000000007L0000036l06?Q00000000000000hi01nb02YE00000000000000?;000000<@06b`0000019o01QL029i02H<00000000067_00>f035l045l04PW00Z\03B^03jH04o:04he000000000000000000000000000000000000000000000000000003_`00000000006`000000000000000002=Y000001UV00000000000000000000"#

  static let lines: StaticString = #"""
#blog		-P-	
#blogs		-P-	
#book		-H-	
#books		-H-	
#class		-D-	
#classes		-D-	
#conference		-M-	
#conferences		-M-	
#course		-D-	
#courses		-D-	
#dataset		-J-	
#datasets		-J-	
#documentation		-I-	
#group		-N-	
#groups		-N-	
#lab		-N-	
#labs		-N-	
#lecture		-D-	
#lectures		-D-	
#paper		-A-	
#papers		-A-	
#people		-O-	
#publications		-A-	
#researchers		-O-	
#slides		-G-	
#textbook		-H-	
#textbooks		-H-	
#video		-F-	
#videos		-F-	
#workshop		-M-	
#workshops		-M-	
.apk		-L-	
.avi		-F-	
.avif		-V-	
.bmp		-V-	
.c		-C-	
.cpp		-C-	
.crate		-L-	
.csv		-J-	
.deb		-L-	
.djvu		-A-	
.epub		-H-	
.gem		-L-	
.gif		-V-	
.go		-C-	
.h		-C-	
.h5		-J-	
.hdf5		-J-	
.hpp		-C-	
.ico		-V-	
.ipynb		-C-	
.java		-C-	
.jl		-C-	
.jpeg		-V-	
.jpg		-V-	
.js		-C-	
.lua		-C-	
.m		-C-	
.m4v		-F-	
.mkv		-F-	
.mobi		-H-	
.mov		-F-	
.mp4		-F-	
.npz		-J-	
.odp		-G-	
.parquet		-J-	
.pdf		-A-	
.png		-V-	
.ppt		-G-	
.pptx		-G-	
.ps		-A-	
.py		-C-	
.r		-C-	
.rb		-C-	
.rpm		-L-	
.rs		-C-	
.svg		-V-	
.swift		-C-	
.tiff		-V-	
.ts		-C-	
.tsv		-J-	
.webm		-F-	
.webp		-V-	
.whl		-L-	
/author		-OA	
/authors		-OA	
/blog		-P-	
/blogposts		-P-	
/blogs		-P-	
/class		-D-	
/classes		-D-	
/conference		-M-	
/conferences		-M-	
/course		-D-	
/courses		-D-	
/dataset		-J-	
/datasets		-J-	
/docs		-I-	
/documentation		-I-	
/faculty		-OA	
/group		-NA	
/groups		-NA	
/handbook		-I-	
/lab		-NA	
/labs		-NA	
/lehre		-D-	
/manual		-I-	
/members		-OA	
/mooc		-D-	
/news		-Q-	
/newsroom		-Q-	
/paper		-AB	
/papers		-AB	
/people		-OA	
/person		-OA	
/personal		-OA	
/personnel		-OA	
/persons		-OA	
/preprints		-AB	
/presentations		-GA	
/press		-Q-	
/profile		-OA	
/profiles		-OA	
/project		-SA	
/projects		-SA	
/publications		-AB	
/questions		-RA	
/research-group		-NA	
/research-groups		-NA	
/seminar		-M-	
/seminars		-M-	
/slide		-GA	
/slides		-GA	
/staff		-OA	
/summer-school		-M-	
/summerschool		-M-	
/syllabus		-D-	
/talks		-GA	
/teach		-D-	
/teaching		-D-	
/team		-OA	
/tutorials		-I-	
/weblog		-P-	
/workshop		-M-	
/workshops		-M-	
36kr.com		MQ-	36Kr
4tu.nl		F--	4TU
<answers		-R-	
<api		-I-	
<ask		-R-	
<blog		LP-	
<blogs		LP-	
<community		-R-	
<course		-D-	
<courses		-D-	
<datasets		-J-	
<developer		-I-	
<developers		-I-	
<discourse		-R-	
<discuss		-R-	
<doc		-I-	
<docs		-I-	
<documentation		-I-	
<forum		-R-	
<forums		-R-	
<learn		-D-	
<manual		-I-	
<news		-Q-	
<slides		-G-	
<wiki		-I-	
<workshop		-M-	
<workshops		-M-	
aaai.org		G--	AAAI
aaas.org		O--	AAAS
aapm.org		O--	AAPM
academia-net.org	/profil	-O-	
academia-net.org		M--	AcademiaNet
academia.edu	/attachments	-A-	
academia.edu		M--	Academia.edu
academic.hep.com.cn	/article	-A-	
academic.hep.com.cn		G--	Higher Education Press
academic.oup.com	/bioinformatics/article	-A-	
academic.oup.com		G--	Oxford Academic
aclanthology.org	/anthology	HA-	
aclanthology.org		H--	ACL Anthology
aclweb.org		H--	ACL
acm.org		G--	ACM
addons.mozilla.org		RL-	Firefox Add-ons
admin.ch		N--	
adobe.com		M--	Adobe
ai.facebook.com	/blog	-P-	
ai.facebook.com		M--	Meta AI
ai.google		M--	Google AI
ai.googleblog.com		LP-	Google AI Blog
ai.meta.com		M--	Meta AI
aimath.org		F--	AIM
aimsciences.org	/article	-A-	
aimsciences.org		G--	AIMS
aip.scitation.org		G--	AIP
aist.go.jp		F--	AIST
aistats.org		P--	AISTATS
alibaba.com		M--	Alibaba
allenai.org		F--	Allen Institute for AI
alleninstitute.org		F--	Allen Institute
alphaxiv.org		IB-	alphaXiv
amazon.com	/gp/product	-H-	
amazon.com	/dp	-H-	
amazon.com		G--	Amazon
amazon.science		M--	Amazon Science
amd.com		M--	AMD
amds123.github.io		LP-	amds123
amii.ca		F--	Amii
ams.org		G--	AMS
anaconda.org		RL-	Anaconda
analyticsvidhya.com		LP-	Analytics Vidhya
android.googlesource.com		DC-	Google Source
anl.gov		F--	Argonne National Laboratory
annualreviews.org	/content	-A-	
annualreviews.org		G--	Annual Reviews
anotherdatum.com		LP-	Another Datum
anthropic.com		M--	Anthropic
apache.org		O--	Apache Software Foundation
apple.com		M--	Apple
appliedmldays.org		PM-	Applied Machine Learning Days
apps.apple.com		RL-	App Store
apress.com		GH-	Apress
aps.org		G--	APS
ar5iv.labs.arxiv.org		IB-	ar5iv
ar5iv.org		IB-	ar5iv
archive.ics.uci.edu	/dataset	-J-	
archive.ics.uci.edu	/ml	-J-	
archive.ics.uci.edu		-J-	UCI Machine Learning Repository
archive.is		SU-	archive.today
archive.org		SU-	Internet Archive
archive.ph		SU-	archive.today
argmin.net		LP-	arg min
arstechnica.com		MQ-	Ars Technica
artic.edu		O--	Art Institute of Chicago
arxiv-sanity-lite.com		I--	arXiv Sanity
arxiv-sanity.com		I--	arXiv Sanity
arxiv-vanity.com		IB-	arXiv Vanity
arxiv.org	/search	AU-	arXiv
arxiv.org	/corr	AU-	arXiv
arxiv.org	/find	AU-	arXiv
arxiv.org	/list	AU-	arXiv
arxiv.org	/a	AU-	arXiv
arxiv.org		A--	arXiv
asciinema.org		KF-	asciinema
askubuntu.com		JR-	Ask Ubuntu
atlassian.com		M--	Atlassian
auai.org		P--	UAI
aur.archlinux.org		RL-	AUR
autodiff-workshop.github.io		P--	
aws.amazon.com	/blogs	-P-	
aws.amazon.com		M--	AWS
azure.com		M--	Azure
baidu.com		M--	Baidu
baike.baidu.com		QI-	Baidu Baike
bair.berkeley.edu	/blog	LP-	BAIR
bayesiandeeplearning.org		PM-	Bayesian Deep Learning
bbc.co.uk		MQ-	BBC
bbc.com		MQ-	BBC
bcamath.org		F--	BCAM
beamer.link		MG-	Beamer
bearblog.dev		LP-	Bear Blog
bilibili.com		KF-	Bilibili
bioconductor.org		RL-	Bioconductor
biomedcentral.com		G--	BMC
biomedicalimaging.org		PM-	ISBI
biorxiv.org		IB-	bioRxiv
biostars.org		JR-	Biostars
birs.ca		F--	BIRS
bitbucket.org		DC-	Bitbucket
blog.shakirm.com		LP-	The Spectator
blogger.com		LP-	Blogger
blogspot.com		LP-	Blogger
bloomberg.com		MQ-	Bloomberg
bmj.com		G--	BMJ
bnl.gov		F--	Brookhaven National Laboratory
bookdown.org		-H-	bookdown
books.google.com		-H-	Google Books
bosch.com		M--	Bosch
brilliant.org		MD-	Brilliant
britannica.com		QI-	Encyclopædia Britannica
broadinstitute.org		F--	Broad Institute
bsky.app		M--	Bluesky
bund.de		N--	
cacm.acm.org		MQ-	Communications of the ACM
caffe.berkeleyvision.org		-S-	Caffe
calculatedcontent.com		LP-	Calculated Content
cambridge.org	/core/journals	-A-	
cambridge.org	/core/books	-H-	
cambridge.org		G--	Cambridge University Press
canonical.com		M--	Canonical
cas.cn		F--	Chinese Academy of Sciences
cea.fr		F--	CEA
cell.com	/neuron/fulltext	-A-	
cell.com		G--	Cell Press
central.sonatype.com		RL-	Maven Central
cern.ch		F--	CERN
ceur-ws.org		H--	CEUR-WS
chemrxiv.org		IB-	ChemRxiv
chrome.google.com		RL-	Chrome Web Store
chromewebstore.google.com		RL-	Chrome Web Store
chromium.googlesource.com		DC-	Google Source
citeseerx.ist.psu.edu		S--	CiteSeerX
clojars.org		RL-	Clojars
cloud.google.com	/docs	-I-	Google Cloud
cloudflare.com		M--	Cloudflare
cloudfront.net		M--	Amazon CloudFront
cnblogs.com		LP-	cnblogs
cnet.com		MQ-	CNET
cnn.com		MQ-	CNN
cnrs.fr		F--	CNRS
cocoapods.org		RL-	CocoaPods
cocodataset.org		-J-	COCO
code.google.com		DC-	Google Code
codeberg.org		DC-	Codeberg
codecademy.com		MD-	Codecademy
codepen.io		DC-	CodePen
codesandbox.io		DC-	CodeSandbox
cognitivemedium.com		LP-	Cognitive Medium
cohere.com		M--	Cohere
colab.research.google.com		DC-	Colab
colah.github.io		LP-	colah's blog
colt2019.org		P--	
commoncrawl.org		-J-	Common Crawl
conda-forge.org		RL-	conda-forge
cordis.europa.eu		NS-	CORDIS
core.ac.uk	/download	-A-	
core.ac.uk	/display	-A-	
core.ac.uk		S--	CORE
course.fast.ai		MD-	fast.ai
coursera.org		MD-	Coursera
cppreference.com		-I-	cppreference
cran.r-project.org		RL-	CRAN
crates.io		RL-	crates.io
crcpress.com		GH-	CRC Press
creativecommons.org		O--	Creative Commons
crm.cat		F--	CRM
crowdcast.io		KF-	Crowdcast
csail.mit.edu		E--	MIT CSAIL
csdn.net		LP-	CSDN
csiro.au		F--	CSIRO
cv-foundation.org	/openaccess	HA-	
cv-foundation.org		H--	CVF
cvpr.thecvf.com		P--	CVPR
cwi.nl		F--	CWI
d2l.ai		-H-	Dive into Deep Learning
dailymotion.com		KF-	Dailymotion
dalimeeting.org		PM-	DALI
darpa.mil		N--	DARPA
data.world		-J-	
databookuw.com		-H-	Data-Driven Science and Engineering
databricks.com		M--	Databricks
datacamp.com		MD-	DataCamp
dataguru.cn		LP-	DataGuru
datasciencephd.eu		O--	
datatracker.ietf.org		-I-	IETF
dblp.org	/pers	-O-	
dblp.org	/pid	-O-	
dblp.org	/db	-U-	
dblp.org		S--	dblp
dblp.uni-trier.de	/pers	-O-	
dblp.uni-trier.de	/pid	-O-	
dblp.uni-trier.de	/db	-U-	
dblp.uni-trier.de		S--	dblp
debian.org		O--	Debian
deel.ai		FT-	DEEL
deepai.org		M--	DeepAI
deeplearning.ai		MD-	DeepLearning.AI
deeplearningbook.org		-H-	Deep Learning Book
deepmind.com	/research/publications	-A-	
deepmind.com	/publications	-A-	
deepmind.com	/blog	-P-	
deepmind.com		M--	DeepMind
deepmind.google	/discover/blog	-P-	
deepmind.google		M--	DeepMind
degruyter.com		G--	De Gruyter
desy.de		F--	DESY
dev.to		LP-	DEV
devdocs.io		-I-	DevDocs
developer.android.com		-I-	Android Developers
developer.apple.com		-I-	Apple Developer
developer.mozilla.org		-I-	MDN
developer.nvidia.com	/blog	-P-	
developers.google.com		-I-	Google Developers
dfki.de		F--	DFKI
digitalocean.com		M--	DigitalOcean
diglib.eg.org		H--	Eurographics
direct.mit.edu		G--	MIT Press
discord.com		M--	Discord
discord.gg		M--	Discord
discourse.org		JR-	Discourse
distill.pub	/1	-A-	
distill.pub	/2	-A-	
distill.pub		G--	Distill
dl.acm.org	/citation.cfm	-A-	
dl.acm.org		G--	ACM
doaj.org		S--	DOAJ
doc.rust-lang.org		-I-	Rust
docker.com		M--	Docker
docs.aws.amazon.com		-I-	AWS
docs.google.com	/presentation	MG-	Google Slides
docs.google.com		M--	Google Docs
docs.julialang.org		-I-	Julia
docs.microsoft.com		-I-	Microsoft Learn
docs.python.org		-I-	Python
docs.rs		-I-	Docs.rs
docs.scipy.org		-I-	SciPy
doi.org		G--	DOI
drive.google.com		M--	Google Drive
dropbox.com		M--	Dropbox
drops.dagstuhl.de		H--	Dagstuhl
easychair.org	/cfp	-M-	
easychair.org		P--	EasyChair
ebooks.iospress.nl		G--	IOS Press
eccv2020.eu		P--	
economist.com		MQ-	The Economist
ecva.net	/papers	HA-	
ecva.net		H--	ECVA
edx.org		MD-	edX
eff.org		O--	EFF
egghead.io		MD-	egghead
elastic.co		M--	Elastic
element.ai		M--	Element AI
elifesciences.org	/articles	-A-	
elifesciences.org		G--	eLife
elsevier.com		G--	Elsevier
embl.de		F--	EMBL
embl.org		F--	EMBL
emerald.com		G--	Emerald
empa.ch		F--	Empa
encyclopediaofmath.org		QI-	Encyclopedia of Mathematics
energy.gov		N--	DOE
eng.uber.com		-P-	
engineering.fb.com		-P-	
eprint.iacr.org		IB-	IACR ePrint
epubs.siam.org	/journal	-U-	
epubs.siam.org		G--	SIAM
eurandom.tue.nl		F--	EURANDOM
europa.eu		N--	European Union
europepmc.org		S--	Europe PMC
exercism.org		MD-	Exercism
f-droid.org		RL-	F-Droid
facctconference.org		PM-	FAccT
facebook.com		M--	Facebook
fast.ai		MD-	fast.ai
fb.com		M--	Meta
fields.utoronto.ca		F--	Fields Institute
figma.com		M--	Figma
figshare.com		S--	figshare
flathub.org		RL-	Flathub
flatironinstitute.org		F--	Flatiron Institute
fnal.gov		F--	Fermilab
forbes.com		MQ-	Forbes
formulae.brew.sh		RL-	Homebrew
fosdem.org		P--	FOSDEM
framagit.org		DC-	Framagit
fraunhofer.de		F--	Fraunhofer
freecodecamp.org		MD-	freeCodeCamp
freedium.cfd		LP-	Freedium
frontendmasters.com		MD-	Frontend Masters
frontiersin.org	/articles	-A-	
frontiersin.org		G--	Frontiers
fsf.org		O--	FSF
futurelearn.com		MD-	FutureLearn
gc.ca		N--	
ghost.io		LP-	Ghost
gist.github.com		BC-	GitHub Gist
git.io		B--	GitHub
git.savannah.gnu.org		DC-	Savannah
git.sr.ht		DC-	SourceHut
gitbook.io		-I-	GitBook
gitbooks.io		-I-	GitBook
gitee.com		DC-	Gitee
github.blog		MP-	GitHub
github.com	/collections	BU-	
github.com	/marketplace	BT-	
github.com	/features	BT-	
github.com	/security	BT-	
github.com	/sponsors	BT-	
github.com	/trending	BU-	
github.com	/pricing	BT-	
github.com	/search	BU-	
github.com	/topics	BU-	
github.com	/about	BT-	
github.com	/stars	BU-	
github.com	/blog	MP-	
github.com		B--	GitHub
github.io		C--	GitHub Pages
githubassets.com		B--	GitHub
githubusercontent.com		B--	GitHub
gitlab.com		DC-	GitLab
gitlab.freedesktop.org		DC-	freedesktop GitLab
gitlab.gnome.org		DC-	GNOME GitLab
gitlab.io		DC-	GitLab Pages
gitter.im		M--	Gitter
glitch.com		DC-	Glitch
gnu.org		O--	GNU
go.id		N--	
go.jp		N--	
go.kr		N--	
go.th		N--	
godoc.org		-I-	GoDoc
golang.org		O--	Go
goodreads.com		-H-	Goodreads
google.com		M--	Google
googleblog.com		LP-	Google
googlesource.com		DC-	Google Source
gouv.fr		N--	
gov		N--	
gov.ar		N--	
gov.au		N--	
gov.br		N--	
gov.cn		N--	
gov.co		N--	
gov.gr		N--	
gov.hk		N--	
gov.ie		N--	
gov.il		N--	
gov.in		N--	
gov.it		N--	
gov.mx		N--	
gov.my		N--	
gov.ph		N--	
gov.pl		N--	
gov.pt		N--	
gov.sg		N--	
gov.tr		N--	
gov.tw		N--	
gov.uk		N--	
gov.vn		N--	
gov.za		N--	
govt.nz		N--	
grammarly.com		M--	Grammarly
groups.google.com		M--	Google Groups
gsi.de		F--	GSI
gutenberg.org		-H-	Project Gutenberg
habr.com		LP-	Habr
hackage.haskell.org		RL-	Hackage
hackernoon.com		LP-	HackerNoon
hal.archives-ouvertes.fr		IB-	HAL
hal.inria.fr		IB-	HAL
hal.science		IB-	HAL
hashnode.com		LP-	Hashnode
hashnode.dev		LP-	Hashnode
heise.de		MQ-	heise
helmholtz.de		F--	Helmholtz
heroku.com		M--	Heroku
hex.pm		RL-	Hex
hexdocs.pm		-I-	HexDocs
hf.co		M--	Hugging Face
hhmi.org		F--	HHMI
hindawi.com	/journals	-A-	
hindawi.com		G--	Hindawi
huawei.com		M--	Huawei
hub.docker.com		RL-	Docker Hub
huggingface.co	/datasets	-J-	
huggingface.co	/models	-K-	
huggingface.co	/papers	-B-	
huggingface.co	/spaces	-C-	
huggingface.co	/blog	-P-	
huggingface.co	/docs	-I-	
huggingface.co		M--	Hugging Face
humanbrainproject.eu		FT-	Human Brain Project
humancompatible.ai		F--	CHAI
ias.edu		F--	Institute for Advanced Study
ibm.com		M--	IBM
icassp2021.org		P--	
icerm.brown.edu		F--	ICERM
iclr.cc	/Conferences	-M-	
iclr.cc	/virtual	-A-	
iclr.cc		P--	ICLR
icml.cc	/media/Slides	-G-	
icml.cc	/Conferences	-M-	
icml.cc	/virtual	-A-	
icml.cc		P--	ICML
icourse163.org		MD-	iCourse
icrea.cat		F--	ICREA
ictp.it		F--	ICTP
icts.res.in		F--	ICTS
idiap.ch		F--	Idiap
idsia.ch		F--	IDSIA
ieee-iclr.org		P--	
ieee.org		O--	IEEE
ieeexplore.ieee.org	/abstract	-A-	
ieeexplore.ieee.org	/document	-A-	
ieeexplore.ieee.org	/stamp	-A-	
ieeexplore.ieee.org		G--	IEEE Xplore
ihes.fr		F--	IHES
iit.it		F--	IIT
ijcai.org	/proceedings	-A-	
ijcai.org		G--	IJCAI
image-net.org		-J-	ImageNet
imaginary.org		OT-	IMAGINARY
imdea.org		F--	IMDEA
imt.fr		E--	Institut Mines-Télécom
inescporto.pt		F--	INESC TEC
inesctec.pt		F--	INESC TEC
inference.vc		LP-	inFERENCe
infn.it		F--	INFN
infoq.com	/presentations	KF-	InfoQ
infoq.com		MQ-	InfoQ
informs.org		G--	INFORMS
inria.fr		F--	Inria
inrialpes.fr		F--	Inria
inspirehep.net	/literature	-A-	
inspirehep.net	/authors	-O-	
inspirehep.net	/record	-A-	
inspirehep.net		S--	INSPIRE
instagram.com		M--	Instagram
intel.com		M--	Intel
interspeech2020.org		P--	
intlpress.com		G--	International Press
invent.kde.org		DC-	KDE Invent
iopscience.iop.org	/article	-A-	
iopscience.iop.org		G--	IOP
ipam.ucla.edu		F--	IPAM
irisa.fr		F--	IRISA
isca-archive.org		H--	ISCA
isca-speech.org		H--	ISCA
isi.edu		F--	USC ISI
isocpp.org		O--	ISO C++
itunes.apple.com		RL-	App Store
jair.org	/index.php/jair/article	-A-	
jair.org		G--	JAIR
jamanetwork.com		G--	JAMA
janelia.org		F--	Janelia
javadoc.io		-I-	javadoc.io
jax.dev		-S-	JAX
jetbrains.com		M--	JetBrains
jianshu.com		LP-	Jianshu
jiqizhixin.com		MQ-	Synced
jisc.ac.uk		O--	Jisc
jmlr.org	/papers	HA-	
jmlr.org		H--	JMLR
journals.aps.org	/pra/abstract	-A-	
journals.aps.org	/prb/abstract	-A-	
journals.aps.org	/prd/abstract	-A-	
journals.aps.org	/pre/abstract	-A-	
journals.aps.org	/prl/abstract	-A-	
journals.aps.org	/prx/abstract	-A-	
journals.aps.org	/rmp/abstract	-A-	
journals.aps.org		G--	APS
journals.plos.org	/ploscompbiol/article	-A-	
journals.plos.org	/plosone/article	-A-	
journals.plos.org		G--	PLOS
jov.arvojournals.org		G--	ARVO
jpl.nasa.gov		F--	JPL
jsfiddle.net		DC-	JSFiddle
jstatsoft.org	/article	-A-	
jstatsoft.org		G--	JSS
jstor.org	/stable	-A-	
jstor.org		G--	JSTOR
juejin.cn		LP-	Juejin
juejin.im		LP-	Juejin
juliahub.com		RL-	JuliaHub
julialang.org		OT-	Julia
kaggle.com	/datasets	-J-	
kaggle.com	/code	-C-	
kaggle.com		M--	Kaggle
karpathy.github.io		LP-	Andrej Karpathy's blog
kdd.org		P--	KDD
kdnuggets.com		LP-	KDnuggets
keras.io		-S-	Keras
kernel.org		O--	Linux
khanacademy.org		MD-	Khan Academy
kit.edu		F--	KIT
kubernetes.io	/docs	-I-	Kubernetes
laas.fr		F--	LAAS-CNRS
lanl.gov		F--	Los Alamos National Laboratory
launchpad.net		DC-	Launchpad
lbl.gov		F--	Lawrence Berkeley National Laboratory
leanpub.com		GH-	Leanpub
learn.microsoft.com		-I-	Microsoft Learn
learningtheory.org		P--	COLT
leiphone.com		MQ-	Leiphone
lesswrong.com		LP-	LessWrong
lilianweng.github.io		LP-	Lil'Log
link.aps.org	/doi	-A-	
link.aps.org		G--	APS
link.springer.com	/journal	-U-	
link.springer.com	/book	-H-	
link.springer.com		G--	Springer
linkedin.com	/company	M--	LinkedIn
linkedin.com	/in	-O-	
linkedin.com		M--	LinkedIn
linuxfoundation.org		O--	Linux Foundation
livejournal.com		LP-	LiveJournal
llnl.gov		F--	Lawrence Livermore National Laboratory
lobste.rs		JR-	Lobsters
loom.com		KF-	Loom
louisbachelier.org		F--	Institut Louis Bachelier
lri.fr		F--	LRI
lwn.net		MQ-	LWN
machinelearningmastery.com		LP-	Machine Learning Mastery
man7.org		-I-	man7.org
manning.com	/books	-H-	
manning.com		G--	Manning
marketplace.visualstudio.com		RL-	Visual Studio Marketplace
mastodon.social		M--	Mastodon
math-berlin.de		F--	BMS
mathematics-in-europe.eu		OT-	Mathematics in Europe
mathoverflow.net		JR-	MathOverflow
mathpix.com		M--	Mathpix
mathscinet.ams.org		S--	MathSciNet
mathworks.com		M--	MathWorks
mathworld.wolfram.com		QI-	MathWorld
mc.ai		LP-	mc.ai
mdc-berlin.de		F--	MDC
mdpi.com	/1	-A-	
mdpi.com	/2	-A-	
mdpi.com		G--	MDPI
media.ccc.de		KF-	media.ccc.de
medium.com		LP-	Medium
medrxiv.org		IB-	medRxiv
meetup.com		M--	Meetup
melpa.org		RL-	MELPA
mendeley.com		M--	Mendeley
merl.com		M--	MERL
meta.com		M--	Meta
metacpan.org		RL-	MetaCPAN
mfo.de		F--	MFO
microsoft.com	/en-us/research/publication	-A-	
microsoft.com	/en-us/research/project	-S-	
microsoft.com	/en-us/research/people	-O-	
microsoft.com	/en-us/research/event	-M-	
microsoft.com	/en-us/research/group	-N-	
microsoft.com	/en-us/research/video	-E-	
microsoft.com	/en-us/research/blog	-P-	
microsoft.com	/en-us/research/lab	-N-	
microsoft.com		M--	Microsoft
mil		N--	
mila.quebec		F--	Mila
miraheze.org		M--	Miraheze
mis.mpg.de		F--	MPI for Mathematics in the Sciences
mistral.ai		M--	Mistral AI
mitpress.mit.edu	/books	-H-	
mitpress.mit.edu		G--	MIT Press
mitre.org		F--	MITRE
ml4science.org		PM-	
mlpack.org		-S-	mlpack
modelscope.cn		M--	ModelScope
modelzoo.co		-K-	
moma.org		O--	MoMA
mongodb.com		M--	MongoDB
mozilla.org		O--	Mozilla
mp.weixin.qq.com		LP-	WeChat
mpg.de		F--	Max Planck Society
mpi-inf.mpg.de		F--	MPI for Informatics
mpi-sws.org		F--	MPI for Software Systems
msra.cn		M--	Microsoft Research Asia
msri.org		F--	MSRI
mvnrepository.com		RL-	Maven Repository
mybinder.org		DC-	Binder
nasa.gov		N--	NASA
nasonline.org		OT-	National Academy of Sciences
nature.com	/collections	-U-	
nature.com	/subjects	-U-	
nature.com		G--	Nature
nautil.us		MQ-	Nautilus
naver.com		M--	Naver
nbviewer.jupyter.org		DC-	nbviewer
nbviewer.org		DC-	nbviewer
ncatlab.org		QI-	nLab
ncbi.nlm.nih.gov	/pmc/articles	-A-	
ncbi.nlm.nih.gov	/pubmed	-A-	
ncbi.nlm.nih.gov		S--	NCBI
nejm.org		G--	NEJM
netflix.com		M--	Netflix
netflixtechblog.com		-P-	
netlify.com		M--	Netlify
neuralnetworksanddeeplearning.com		-H-	Neural Networks and Deep Learning
neurips.cc	/Conferences	-M-	
neurips.cc	/virtual	-A-	
neurips.cc		P--	NeurIPS
news.mit.edu		MQ-	MIT News
news.ycombinator.com		JR-	Hacker News
newscientist.com		MQ-	New Scientist
newton.ac.uk		F--	Isaac Newton Institute
niceworkshop.org		PM-	NICE
nih.gov		N--	NIH
nii.ac.jp		F--	NII
nimbios.org		F--	NIMBioS
nips.cc		P--	NeurIPS
nist.gov		F--	NIST
noaa.gov		N--	NOAA
nostarch.com		GH-	No Starch Press
notion.site		M--	Notion
notion.so		M--	Notion
notist.com		MG-	Notist
nowpublishers.com		G--	now publishers
npmjs.com		RL-	npm
nrel.gov		F--	NREL
nsf.gov	/awardsearch	NS-	NSF
nsf.gov		N--	NSF
nuget.org		RL-	NuGet
nuit-blanche.blogspot.com		LP-	Nuit Blanche
numenta.com		M--	Numenta
numfocus.org		O--	NumFOCUS
numpy.org	/doc	-I-	NumPy
numpy.org		-S-	NumPy
nvidia.com		M--	NVIDIA
nytimes.com		MQ-	The New York Times
ocw.mit.edu		ED-	MIT OpenCourseWare
odysee.com		KF-	Odysee
oecd.org		O--	OECD
oeis.org		QI-	OEIS
offconvex.org		LP-	Off the Convex Path
ojs.aaai.org	/index.php/AAAI/article	-A-	
ojs.aaai.org		G--	AAAI
onera.fr		F--	ONERA
onlinelibrary.wiley.com		G--	Wiley
opam.ocaml.org		RL-	opam
open-vsx.org		RL-	Open VSX
openaccess.thecvf.com	/content	HA-	
openaccess.thecvf.com		H--	CVF
openai.com	/research	-P-	
openai.com	/blog	-P-	
openai.com		M--	OpenAI
opencollective.com		M--	Open Collective
opendev.org		DC-	OpenDev
openreview.net		H--	OpenReview
openstreetmap.org		O--	OpenStreetMap
opg.optica.org		G--	Optica
opt-ml.org		PM-	OPT
optimization-online.org		IB-	Optimization Online
oracle.com		M--	Oracle
orcid.org		S--	ORCID
oreilly.com	/library/view	-H-	
oreilly.com		G--	O'Reilly
ornl.gov		F--	Oak Ridge National Laboratory
osapublishing.org		G--	Optica
osf.io	/preprints	IB-	OSF
packagecontrol.io		RL-	Package Control
packages.debian.org		RL-	Debian Packages
packagist.org		RL-	Packagist
packtpub.com	/product	-H-	
packtpub.com		G--	Packt
papers.neurips.cc		H--	NeurIPS
papers.nips.cc	/paper	HA-	
papers.nips.cc		H--	NeurIPS
papers.ssrn.com		IB-	SSRN
paperswithcode.com	/dataset	-J-	
paperswithcode.com	/paper	-A-	
paperswithcode.com		S--	Papers with Code
patreon.com		M--	Patreon
peertube.tv		KF-	PeerTube
perimeterinstitute.ca		F--	Perimeter Institute
phys.org		MQ-	Phys.org
physai.sciencesconf.org		-M-	
physicsforums.com		JR-	Physics Forums
pims.math.ca		F--	PIMS
pkg.go.dev		RL-	Go Packages
planetmath.org		QI-	PlanetMath
plato.stanford.edu		QI-	Stanford Encyclopedia of Philosophy
play.google.com		RL-	Google Play
plos.org		G--	PLOS
plugins.jetbrains.com		RL-	JetBrains Marketplace
pluralsight.com		MD-	Pluralsight
pnas.org	/content	-A-	
pnas.org		G--	PNAS
pnnl.gov		F--	Pacific Northwest National Laboratory
posterous.com		LP-	Posterous
prace-ri.eu		FT-	PRACE
pragprog.com	/titles	-H-	
pragprog.com		G--	Pragmatic Bookshelf
preprints.org		IB-	Preprints.org
prezi.com		MG-	Prezi
principlesofdeeplearning.com		-H-	
proceedings.mlr.press	/v	HA-	
proceedings.mlr.press		H--	PMLR
proceedings.neurips.cc		H--	NeurIPS
projecteuclid.org	/journals	-A-	
projecteuclid.org	/euclid	-A-	
projecteuclid.org		G--	Project Euclid
proofwiki.org		QI-	ProofWiki
psi.ch		F--	PSI
psyarxiv.com		IB-	PsyArXiv
pub.dev		RL-	pub.dev
pubmed.ncbi.nlm.nih.gov		S--	PubMed
pubs.acs.org		G--	ACS
pubs.aip.org		G--	AIP
pubs.rsc.org		G--	RSC
pubsonline.informs.org		G--	INFORMS
pycon.org		P--	PyCon
pypi.org		RL-	PyPI
pypi.python.org		RL-	PyPI
python.org		OT-	Python
pytorch.org	/tutorials	-I-	PyTorch
pytorch.org	/docs	-I-	PyTorch
pytorch.org		MS-	PyTorch
qiita.com		LP-	Qiita
qualcomm.com		M--	Qualcomm
quantamagazine.org		MQ-	Quanta Magazine
quay.io		RL-	Quay
quora.com		JR-	Quora
r-project.org		-S-	R
rajatvd.github.io		LP-	Rajat's Blog
rand.org		F--	RAND
raw.githubusercontent.com		BC-	GitHub
readthedocs.io		-I-	Read the Docs
readthedocs.org		-I-	Read the Docs
reddit.com		JR-	Reddit
redhat.com		M--	Red Hat
registry.opendata.aws		-J-	
replit.com		DC-	Replit
research.fb.com	/publications	-A-	
research.google	/blog	-P-	
research.google	/pubs	-A-	
research.google		M--	Google Research
research.googleblog.com		LP-	Google AI Blog
researchgate.net	/publication	-A-	
researchgate.net	/profile	-O-	
researchgate.net		M--	ResearchGate
researchsquare.com		IB-	Research Square
reuters.com		MQ-	Reuters
rfc-editor.org		-I-	RFC Editor
riken.jp		F--	RIKEN
roboticsproceedings.org		H--	RSS
routledge.com		GH-	Routledge
royalsociety.org		O--	The Royal Society
royalsocietypublishing.org		G--	The Royal Society
rtfd.io		-I-	Read the Docs
rubygems.org		RL-	RubyGems
ruder.io		LP-	Sebastian Ruder
rusi.org		P--	
rust-lang.org		O--	Rust
sagepub.com		G--	SAGE
salesforce.com		M--	Salesforce
salsa.debian.org		DC-	Debian Salsa
samsi.info		F--	SAMSI
samsung.com		M--	Samsung
sandia.gov		F--	Sandia National Laboratories
santafe.edu		F--	Santa Fe Institute
savannah.gnu.org		DC-	Savannah
scale.com		M--	Scale
scec.org		F--	SCEC
scholar.archive.org		S--	Internet Archive Scholar
scholar.google.com	/citations	-O-	
scholar.google.com		S--	Google Scholar
scholarpedia.org	/article	QA-	Scholarpedia
scholarpedia.org		QI-	Scholarpedia
science.org	/content	-A-	
science.org		G--	Science
sciencedaily.com		MQ-	ScienceDaily
sciencedirect.com	/science/article	-A-	
sciencedirect.com	/journal	-U-	
sciencedirect.com	/book	-H-	
sciencedirect.com		G--	ScienceDirect
sciencemag.org		G--	Science
sciencesconf.org		PM-	Sciencesconf
scientificamerican.com		MQ-	Scientific American
sciforum.net		G--	Sciforum
scikit-learn.org		-I-	scikit-learn
sciml.ai		-S-	SciML
scipy.org		-S-	SciPy
scirate.com		IB-	SciRate
scriptedonachip.com		LP-	Scripted on a Chip
search.maven.org		RL-	Maven Central
segmentfault.com		JR-	SegmentFault
semanticscholar.org	/author	-O-	
semanticscholar.org	/reader	-A-	
semanticscholar.org	/paper	-A-	
semanticscholar.org		S--	Semantic Scholar
serverfault.com		JR-	Server Fault
sfn.org		O--	SfN
siam.org		OT-	SIAM
siemens.com		M--	Siemens
siggraph.org		P--	SIGGRAPH
sigkdd.org		P--	SIGKDD
simons.berkeley.edu		F--	Simons Institute
simonsfoundation.org		F--	Simons Foundation
simonwenkel.com		LP-	Simon Wenkel
simula.no		F--	Simula
singularitynet.io		M--	SingularityNET
sintef.no		F--	SINTEF
sissa.it		F--	SISSA
sites.google.com		M--	Google Sites
skillshare.com		MD-	Skillshare
skymind.ai		LP-	Skymind
slac.stanford.edu		F--	SLAC
slack.com		M--	Slack
slides.com		MG-	Slides
slideshare.net		MG-	SlideShare
slideslive.com		KF-	SlidesLive
smartchair.org		P--	SmartChair
smashingmagazine.com		MQ-	Smashing Magazine
snapcraft.io		RL-	Snapcraft
sony.com		M--	Sony
sourceforge.net		DC-	SourceForge
sourcehut.org		DC-	SourceHut
speakerdeck.com		MG-	Speaker Deck
spec.commonmark.org		-I-	CommonMark
spectrum.ieee.org		MQ-	IEEE Spectrum
spiedigitallibrary.org		G--	SPIE
spiegel.de		MQ-	Der Spiegel
spotify.com		M--	Spotify
springer.com	/gp/book	-H-	
springer.com	/us/book	-H-	
springer.com	/book	-H-	
springer.com		G--	Springer
springeropen.com		G--	SpringerOpen
sr.ht		DC-	SourceHut
sri.com		F--	SRI International
sribd.cn		F--	SRIBD
ssrn.com		IB-	SSRN
stability.ai		M--	Stability AI
stackexchange.com		JR-	Stack Exchange
stackoverflow.com		JR-	Stack Overflow
stfc.ac.uk		F--	STFC
stillbreeze.github.io		LP-	stillbreeze
stochasticlifestyle.com		LP-	Stochastic Lifestyle
stripe.com		M--	Stripe
substack.com		LP-	Substack
superuser.com		JR-	Super User
svbtle.com		LP-	Svbtle
swiftpackageindex.com		RL-	Swift Package Index
syncedreview.com		MQ-	Synced
t.me		M--	Telegram
tandfonline.com		G--	Taylor & Francis
tbsi.edu.cn		F--	TBSI
techcrunch.com		MQ-	TechCrunch
technologyreview.com		MQ-	MIT Technology Review
techrxiv.org		IB-	TechRxiv
techtalks.tv		KF-	TechTalks
ted.com		KF-	TED
tel.archives-ouvertes.fr		IB-	HAL
telegra.ph		LP-	Telegraph
tencent.com		M--	Tencent
tensorflow.org	/tutorials	-I-	TensorFlow
tensorflow.org	/api_docs	-I-	TensorFlow
tensorflow.org		MS-	TensorFlow
terrytao.wordpress.com		LP-	What's new
tfhub.dev		MK-	TensorFlow Hub
theatlantic.com		MQ-	The Atlantic
thecvf.com		P--	CVF
thegradient.pub		LP-	The Gradient
theguardian.com		MQ-	The Guardian
thelancet.com		G--	The Lancet
theregister.com		MQ-	The Register
theverge.com		MQ-	The Verge
thewinnower.com		G--	The Winnower
time.com		MQ-	Time
tldp.org		-I-	TLDP
tno.nl		F--	TNO
tools.ietf.org		-I-	IETF
torch.ch		-S-	Torch
towardsdatascience.com		LP-	Towards Data Science
transai.org		PM-	TransAI
tumblr.com		LP-	Tumblr
turing.ac.uk		F--	The Alan Turing Institute
twitch.tv		KF-	Twitch
twitter.com		M--	Twitter
typepad.com		LP-	Typepad
uber.com	/blog	-P-	
uber.com		M--	Uber
udacity.com		MD-	Udacity
udemy.com		MD-	Udemy
un.org		O--	United Nations
unesco.org		O--	UNESCO
univ-toulouse.fr		E--	Université de Toulouse
usenix.org	/system/files	HA-	
usenix.org		H--	USENIX
usgs.gov		N--	USGS
v2ex.com		JR-	V2EX
valser.org		P--	VALSE
vectorinstitute.ai		F--	Vector Institute
venturebeat.com		MQ-	VentureBeat
vercel.com		M--	Vercel
videolectures.net		KE-	VideoLectures
vimeo.com		KF-	Vimeo
vixra.org		IB-	viXra
vldb.org	/pvldb	HA-	
vldb.org		H--	VLDB
vox.com		MQ-	Vox
vtt.fi		F--	VTT
w3.org		-I-	W3C
wandb.ai		M--	Weights & Biases
washingtonpost.com		MQ-	The Washington Post
web.archive.org		SU-	Internet Archive
weibo.com		M--	Weibo
whatwg.org		-I-	WHATWG
who.int		O--	WHO
wias-berlin.de		F--	WIAS
wiki.archlinux.org		-I-	ArchWiki
wikibooks.org		QI-	Wikibooks
wikicfp.com		PM-	WikiCFP
wikidata.org		QI-	Wikidata
wikimedia.org		QI-	Wikimedia
wikimediafoundation.org		O--	Wikimedia
wikipedia.org		QI-	Wikipedia
wikiversity.org		QI-	Wikiversity
wikiwand.com		QI-	Wikiwand
wiktionary.org		QI-	Wiktionary
wiley.com		G--	Wiley
windowsontheory.org		LP-	Windows On Theory
wired.com		MQ-	Wired
wolfram.com		M--	Wolfram
wordpress.com		LP-	WordPress
wordpress.org	/plugins	RL-	WordPress
worldbank.org		O--	World Bank
worldscientific.com		G--	World Scientific
wpmucdn.com		M--	WPMU DEV
write.as		LP-	Write.as
wsj.com		MQ-	The Wall Street Journal
x.com		M--	X
xxx.itp.ac.cn		A--	arXiv
xxx.lanl.gov		A--	arXiv
yandex.com		M--	Yandex
yandex.ru		M--	Yandex
youku.com		KF-	Youku
youtu.be		KF-	YouTube
youtube-nocookie.com		KF-	YouTube
youtube.com		KF-	YouTube
zbmath.org		S--	zbMATH
zdnet.com		MQ-	ZDNET
zenodo.org	/communities	-J-	
zenodo.org		S--	Zenodo
zh.gluon.ai		-I-	Gluon
zhihu.com	/people	-O-	
zhihu.com		JR-	Zhihu
zhimg.com		M--	Zhihu
zhuanlan.zhihu.com		LP-	Zhihu
zib.de		F--	ZIB

"""#
}
