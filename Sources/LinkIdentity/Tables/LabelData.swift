// swift-format-ignore-file
// Generated from labels.yaml by Sources/LinkIdentity/Data/generate.py; do not edit.

/// The built-in label rules, hashed by the key that they match.
enum LabelData {
  /// Slots of the hash table, four characters each.
  static let slots: StaticString = #"000000>a0000000000?d007A05P<06?^0000000000000000000003SV01[O00000000000000U_00000000077Z00000000000003Bo054f00000000000000000000000007;F000004<T000000000000000000000000000000000000000000000000067T000000000000000002[4000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001PI00000000000000000000000000Ph00000000000000000000000001i[0000000001h90000000000000000000000aZ0000000000`;000007Nj00000000000000000000000000000000000000bA000005LZ000004H;000000000000000005k:0000000001OC04jh07:7000003CP0000022l0000068M06Qa000006ak0000000002A9000000HB05jc000000000000000000000000000000000000000000?n000003EW0000000000000000000000000000000007J`00_o04R[00000000000006OA00000000000000eV01??00000000000000000000000000000000000000000000000002R302nZ000003@e06o8003V0000000000000000000001kn06QE000007?f00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003U;00000000000000000000000000000000000000[>03?I00SZ0000000000000000000006Mc000000000642000006NE0000000001g?0000000103_C000000000000000000000000039n00000000000000000000000006]J0000015Q01HH00000000000004>I050l00000000000004Q?00000000000000000000000000000000009b000000000000000000000000000000000000000007@G0000000000F@00000000025;000000000000000004@m00G`0000000002\2000000000000000002>Z0000043P006c000006BN04ME00>k0000047V000000000000000000000000000006[P000002Ym000000000000000007Gb01oC0000000003he00000000000000FM00000000000000000000000004]?0740000007Ok05DP000001^:0000025_0549000000000000000000000000000000000000019W0000000000000000000000000000000002[G000000Ih000000000000000000000000000000000000000000000000000000000000000002f\000000<;00M5000004C^0000000000000000000003^k0000000000000000003h02E70000007a0000000000000000000000000000028j0000000000000000000000Y202`=0000000000000000000000VV03E<06VC000000000000000004RF000000000000000000000000022300000000000000000000000000000000000003gR000000;D00>X00000000000000000000000000EU00000000000000000000000006Ve00Nb00000000000005NC0000000000\F000004n^00000000035S0156000002]j000000000000000003Co072h00000000000001nL017P000006GM0000000001RE0000000000000000000000000000000003l905dR00000000000000000000000000000000000003Q]0000000000000000000000000000000000000000000000000000000004KV000001Y`0000000002WS000000000000000006c706Xk00000000000002180000000000000000000002eO00000000000003Sk03DQ00000000000002lX00_R0000000001<A01=G0000000000000000000000000000009300000000000000;f04hZ002f000000000000061@0000000000000000000002X<00>702lE03;o049300j]00G0000000000000000000000000009@01L@00000000000000000000000000000000000001dX000001G>05;L01;j0000000000000000029I07<O000006J^0000000000000000000006Pm000005Ff000006d00000000000000000053a00000000000002GE0000000000000000000000000000000005KI00000000000000000000000007;n00000000000007A=000000000000000000000000000000000000000`000000000000000001VV0000000002EO03aj06aT00000000000003j`06en000000J8000000000000000000000000000000000000000001P70000000005HJ0000000000000000026901Me000000000000000000000000077m000000000000000000000000000007ET00000000000002V806lX0000000000000000000001;L00Zm0000000001bk00000000000000000000000003<m056207OV000000000000000000000000000007K70000000000000000000000000000000000000000000000000000000000000000000000330000039[0000000000000000000000000000000000@9045[04o90000000005L@000000\T0000000000000000000000000000000000000000000000000000000005W2000000000000000004a200000000049G0000000001LV0000000007:\0000000000QE000000000000000002TO073W0000000000000000009K00000000000000LQ0000000000100000000000000000023S03ZN05jG000003bD000000`H000000`o00:B00Mb06D=04[=0000000000jN01@?01XN05:b074W000000000000000005Q@00000000000001`P0000000000000000000003@J005d01CJ03cJ06_R000002UD000000000000000004iK000003>U000000N403Ih000000000000000000000000000000000000000006d_00000000000002`[00000000000000000000000003=n02D703@=02bI000001QH00000000000000:a05PZ000000TO01IP001`00000000039:03Y@000000Go000000000000000004d`0000000000000000000000WS01T905SN00000000000000000000000000000000000000000000000000000000000000iA05A\0000000000000000000000000000000000000000000000B@03T=04\d0000000001Y2000006^k0000000005@5000004k;000000000000000001jW00000000000000000000000000000000000000OA00000000000000000000000000000000000000000000039F00000000000000000000000005d=0000000003XO000000000000000000000000000005R304I40000000000000668072<02g303[;000004d80000000006fI00000000000000000000000003[`0000000000000000000002ml02So000000000000000000000000000000000000000000AV00000000000001FC0000000000000000000003Ub00<F06Bj070[07B5000000000000000000000000000001NH0000000002Uf06kb0000000000000000000004OC00000000000004_m000005gH000007PI000001SM000000000000000000000000000000000000007Q000000<Z000004Zg00Dk00000000000000000000000000000000000002QW000000000000000000000000000000NJ0000000000000000000000Ac000000000000000006h200]=04Kn0000000000000000000000000000000000000000000000`\04aO0000000001hQ046O0000000000000000000004Fi0000000000000000000000000000000000000000000>03=T0000000000000000000001K\058:0000000002gN0000000Q00_406`D000000O\00000000000003OZ03ek00000000000005O6000000KF0000000000000000000002Ff000000000000000000000000000000000000002000oG0051000000000000000006[e06^V000001k901\d0000000002DU050C0000000007AX04^<000000000000000000000000000005bc0000000000000000000000A90000000006>H06UE03S:0000000000000000000000000000000007?<00000000000000000000000007Io0000000000000000000000000000000000000000057502MF05TB06hK0000000002kP0000002A0000000003\X00000000000000H`00000000000007C9000000b30000000005Em0000000001bR000000000000000006R600000000000000000000000000000000000003=G000001Nc0000000006TV00000000000000000000000005QW0000000000000000000002K60000000000000000000004N^06J<013c000000000000000000000000000002N0000000@Q067500000000000001cS0000000000000000000005`P0000000000Z]000000000000000000Y@05UT05[=05m8000000000000000000C`0000000000000000000004F>06Uf00000000000000000000000007GD00T>06e>000000000000000000000000000004K8000000000000000000000000034T0000000006?;00000000000003iY00000000000001TT000000000000000004h700000000000000WF02Zb053?00000000000000000000000000000000000005B]06KB02Wd00Yi07M302?g00dX0000000000000000000000:K04>f000000000000044C000000000000000000000000000000000000000000000000000005k]0000000000000000000000c2000004^f06H00000000000000000000000CQ00000000000000_C01:W00000000000000000000000000000000000000000000000001F`000003?c000004ce000000000000000000T]000002__03;a000002_A07LZ000000000000000000000000000003Ok000006Jo000000000000079?0000000000000000000000000000000000000000000000:8000000000000000000000000000001i10000000002bo06k@000000000000000000:U05g50000000000000000000003>o0000014S000000000000000000ag00000000000000000000014e000000000000000000000000040O00000000075000\e000006E;06:V0000000002J^04f<00000000000002]>00000000065?03Tg00000000005J000000]Z000004_=0000000006on000000000000000000ZD07MJ05V>0000000000<100000000006S000006:7000001lO06oK068f000000000000000001AW000000000000000007<_00000000000001[l00000000000000000000000000000000000004SI04QV0000000000000000000006^0000000000000000000000000000000000000000000000000000007Kb000002>100000000000000000000000000SO000000000000000000000000000000000000000005WO00000000000000000000061Y000007M_000003ij000000000000000005i506dF000000000000056`0000000000000000000004eL000005>>00000000000000:l001>02ef000000000000000003J^00BO00000000000003=:00@\00000000000004\00000000002aO0000000003@005So07I=07CZ065Z019:07=>0000000002C500000000000005EX000000_`0000008_0000036Y00000000049]00000000000000000000000003>;0000000006:k0000000000000000000003^>0000000000000000000001WT00000000000000000000051X02iT06Ed0000000002SV00000000000005^@00000000000003Y\04gb00Xf00000000000002cX06F=0000000001MJ0000038V00Ld00000000000000000000000005:>0000000004OT055L0000000000000000000000000000000000nl0000000000000000070G0000000000000000000000000000000000000000000000000000000000000000000005Xf00000000000000000000000000000000000000000000000000000000000000000000000003HI000000000000000000000000000000000000000003g205[a0000000000000000000000000000000000000000000000000000000002jR000000000000000000000000000000<e0000000001Gm01_h02JE02Xo0000000006OW00?603Ga04IK000000h<03TS04=G000005=G00000000000000000000000000000000000000000000000000000000000000000000000000]h000000000000000001d20000000000000000000000ON00000000000000000000008T00000628000002^K0000000001Ie000000000000000000000000000002o20000078V00000000000000000000000000000000000000000000000000000000000000;P00;Z000003Dg0000075E00000000000000000000000000V000000000000000000000000000000000000000640000000000000000000000000000000000460000035j05fQ00000000000000000000000004kT0000000002jc00000000006C0000000000000000000000000000000000Qb02;50000048V000000000000000000=]00@E00@j02VY0000000000>B000000000687000002mT00000000000000000000000000000000000000R]05RR0000000002kd0000000000000000000003;=0000000000000000024Q0000000000000000000004lG0000000005YG00000000000007F_000000000000000001Cm000000000000000000000000000000000000000003F205md00000000011^04;3000000000000000001=200000000000000000000000001A5005U0000000000000000000000Oi0000000000K1000000000000000000000082000000000000000006\D071e0000000001@]0000000000XX0000000000000000000000000000000006\k000007Hf0000000007KM051k000000bO04i505Jj000000000000000005f<03<90000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000Vk01Ui0000000001j200000000000001nh06fe000000000000000005H000000000060X01eU000000000000000004=`05`f000002cm0000008H03\=000002IG00000000062L0000000000Qn000000000000000000000000000004<70000000001Jg00000000000003bk0000000000000000000000000000000000000000000000000000000005Y\06XO00000000000000000000000007Ib054O000007L8000003Me000003>b000000000000000001eg000005aJ00000000000006=:000000000000000000000000000006mX00000000000000?X00000000000000000000000000000000000000000000000000PT02hO052l0000000000000000000000000000000000[J000007HL00000000000000000000000000000000000001^b000000000000000000KS02RH0000000000000000000006Fi00IZ00000000000000740000000005=[06LM0000000000000000000000000000000003jG000000000000000000QR0000000001:B03P@000000000000000005Z?009V0000000005J700L20000000004GZ0000000005`:000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001gZ000000000000000002[`06CM000000000435000003FF0000000000000000000003@W000000000000010N02ZG01I;000003i>0000000005;9000007Di0000000001Ko00000000000000000000000002Ge04mP000000000000000000000000000006l6000005GR000000000000000000000000000000Z707B\00000000000005?20000000002da0000000000DV000005IZ0000000001U704an000006\X00000348000000000000000000000000000000000000000006M7000000000000000000000000066G05bL00[Z06nV000007@d00000000000000000000000000000000000000000000000000kj03GJ0000000000000000000000=G0000000003NS00000000000000000000000000000000052D000006U2000002Rb01e1000006cJ0000000000000000000000000000000000000000000000Hl00000000000000000000000005^k0000000003=a0000000001of0000000004T700^e00000000000000000000000000000000000000000000000000000000000000000000000005^P000000000000000006Ok06K[0000000000000000000004?A03?<000002KS04Z]0000000000000000000002an00=100000000010501a@0000000000UM059C069S0000000004kn000000000129000002a605Ca00000000000000000000000000000000000003P[018V00R<0000000004?^0000004d03:b000000000000009m000002Dg001R03]406a60000000004Dh0000000000GR0000075`0000000007?M0000000000G=0000000000000000000000000000000000000000000000000000000002gl000000000000000000000000000002820000000000000000000000000000000000000000000000000000000000000000000001?]01f^000000EF00HT03eP000000000000000000000000000000000000042@0000000002:V0000000000000000000006<0000001fD03<`045E00000000037<000000000000000003B\0000014400000000037X04`@0000000000000000000000n40000000000000000000000000000000000000000000000000000000000000000000000000000000002LT00C40000000000RL07DT00000000002O04S\0000052Y06Zm07FB000000000000000000000000000000000000000000000000000005a_000000000000000000000000063J03AB026Z0000000004DH0000000000000000000000000000000003O0044o00000000000000ZQ0000000000000000000002<A05;_06o^0000000003B7037n0000000000000000000000000000000000000000000005U3000007>e0000062m0000000000000000024k00000000000004o_000000000000000006;>051G00000000000000=<00000000000006Sj06SK000000000000000000000000000000la000004@@0000000000000000000004Gj00000000000000000000000005eg000000000000000000XK000000000000000002m;0000000000aJ0274000000000000000000000000000003kP00m`000000YZ0000000000000000000006DX00000000000000000000027a076e000000000000000002dH0000000002F=0351000000000000000000Wm000000B301160000000007Ei0000000000000000000000a<000003aU00000000000000000000000000000000000000Eb04FV0000000000000000000000000000000001\T03dG0000071L000000000000000000\9000000000000000003J?0000000003a800000000000006PN00AE0000000000k2055_000005I1000000000000000000000000000006L604^Q000000000000000000]103X?00000000000000000000000000000000000000000000000000000000000006`[000000000000000000000000000007JH0000000005<F00000000000000000000000005io0000000000000000002[00000000000005>W00000000000007=j00000000000000000000000000000000000000000000000005Wf01kL0000079`000000000000000000Fd0000000002:>000003<S0000000000000000000000000000000000000000000000000000020C05dm00Se00000000000000000000000000000000000000000000000004M^00000000000000000000000000000000021b0000020\0000000000000000000004EI00000000000000FY000000000000000002nE04Lb01UL00000000000000000000000002\j0000000003fE00000000000000000000000000000000000000000000000000000000000004Qo000004TG000000000000000001S<06EO0000000004:?000000000000000000000000000003Fb00000000078@00000000000006n:000007NS00000000000000000000057a00000000000000000000000000P>05BD000000000000000000DJ000000000000000007<?000000000000000000000000000000000000000002XT01Pk000000000000000005b206Rl000000000000005?03e<00000000000004bV000000000000000001<R0000000000000000000000000000000006N[00000000000000000000000006RM0000000000000000000000000000000001_4000001G[0000000003k;00000000016;0000000003^W000000JX000000JI0000000001R_000000V?0000000000S00000000000Q800^Y000000000000000006Wn0000000000cE00000000000000000000000000?@0000000000S@01Ln048E00000000000000000000000000b_000000000000000006bZ0000000000000000000000000000000000000000000000000000000000000000000007>P000004Ok0000000000W:064d0000000000000000000004NA0000000003]F04J<00000000000000000000000000000000000000000000000006j;00000000000000000000000000=R0000000003hK000000mG000000000000000000000000000000000000000000000000000000000000000000000000000006g6000000000000013@04_[0000000000000000000002O@00000000000000000000000000000000000000Tl0000008h0000000000fh04c@00000000000002WB03H10000000001O\0000000000000000000001Wb06m:000000[i00F005Oe000000000000000000Kb01eD00000000000000000000000003I4000000000000000000000000000002HR000000o\00000000000001Ql04P`0000000000=l0000000000000000000000000000000000000000000005\=000000000000000000000000059Z00000000000000000000000000^L022O0000000000000000000000000000000000000000076700I<00Jd03<F06gX000000000000000005eU000002Po00000000000002S30000000000000000000004:P00000000000002PQ00000000000000Ba00000000000000000000000000000000000000000000000000CB000000000000000003Ag0000000000000000000000000000000003>H000000O1000004S600000000038E000001Bg0000000007D5000000D0000000000000000000E8058U00000000000005C<05]c000000000000000002@L04`Y000000000000000000MK000000>N000000000000000000000000000000000000000000000000000000Wa00000000000000000000000001W>000000000000000000000000000000]K00000000000000000000000000000000000000000000000000000000000000000000000000000000000002]Q00000000000000000000000000000000000002hj00000000000000000000000000000000000003Zg000000000000000000000000000000000000073>000003:K00T103Wm00000000000006jb00LA00X>02Ig05EA00000000000000000000000002Nc000004;J000000000000000005N\00000000000001_M06Ah00;7000000^@000002kD0000000004gJ000000iU00000000000000VJ000001B?066_000001am00000000000000000000000000cX0000000000000000000000000000000003?V04BJ004T03Z905_@000000000000000000000000000000000000000005iX00000466029d0000000000000000000000000000000000000000000003fZ000000000000000001JF01ll000000000000000000000000000003UO000000000000000000if0000000000000000000000<O0000000000U<023?0000000000000000000002Hd0000000000000000000000000000000000000000000000000000000000IL038n00000000000006YD05hS000000000000000000000000000002f=0000038b0000000002b^05_d000000000000008=000003Ha06WI000000000000004E016g00^402>H0000000000?K0000000007;10000000000000000000000000000000005D<000004e90000000000000000000000000000000000000000000000000000000000000000000000000000003D042_00000000000000000000000002NL0000000000000000000000000000"#

  /// The rows, with fields separated by tabs.
  static let lines: StaticString = #"""
#books		-H-	
#conferences		-M-	
#courses		-D-	
#datasets		-J-	
#papers		-A-	
#publications		-A-	
#slides		-G-	
#textbook		-H-	
#textbooks		-H-	
#videos		-F-	
+blog		-P-	
+cfp		-M-	
+class		-D-	
+colloquia		-M-	
+colloquium		-M-	
+conference		-M-	
+course		-D-	
+courses		-D-	
+dataset		-J-	
+datasets		-J-	
+event		-M-	
+events		-M-	
+faq		-I-	
+lab		-N-	
+lecture		-D-	
+lectures		-D-	
+seminar		-M-	
+seminars		-M-	
+syllabus		-D-	
+symposium		-M-	
+teach		-D-	
+teaching		-D-	
+workshop		-M-	
+workshops		-M-	
.apk		-L-	
.avi		-F-	
.avif		-V-	
.bmp		-V-	
.c		-C-	
.cpp		-C-	
.crate		-L-	
.csv		-J-	
.deb		-L-	
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
.png		-V-	
.ppt		-G-	
.pptx		-G-	
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
/calendar		-M-	
/class		-D-	
/classes		-D-	
/conference		-M-	
/conferences		-M-	
/course		-D-	
/courses		-D-	
/dataset		-J-	
/datasets		-J-	
/discussion-meeting		-M-	
/docs		-I-	
/documentation		-I-	
/event		-M-	
/events		-M-	
/faculty		-OA	
/group		-NA	
/groups		-NA	
/handbook		-I-	
/homes		-OA	
/kurs		-D-	
/lab		-NA	
/labs		-NA	
/lehre		-D-	
/long-programs		-M-	
/manual		-I-	
/members		-OA	
/mitarbeiter		-OA	
/mitglieder		-OA	
/mooc		-D-	
/news		-Q-	
/newsroom		-Q-	
/occasion		-M-	
/people		-OA	
/person		-OA	
/personal		-OA	
/personnel		-OA	
/persons		-OA	
/post		-PA	
/posts		-P-	
/presentations		-GA	
/press		-Q-	
/profile		-OA	
/profiles		-OA	
/project		-S-	
/projects		-SA	
/publication		-AA	
/questions		-RA	
/research-group		-NA	
/research-groups		-NA	
/researcher		-OA	
/researchgroups		-NA	
/scientific-event		-M-	
/seminar		-M-	
/seminars		-M-	
/slide		-GA	
/slides		-GA	
/staff		-OA	
/summer-school		-M-	
/summer-schools		-M-	
/summerschool		-M-	
/syllabus		-D-	
/talks		-GA	
/teach		-D-	
/teaching		-D-	
/team		-OA	
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
<faculty		-OA	
<folk		-OA	
<forum		-R-	
<forums		-R-	
<home		-OA	
<homepages		-OA	
<homes		-OA	
<learn		-D-	
<manual		-I-	
<news		-Q-	
<people		-OA	
<personal-homepages		-OA	
<scholar		-OA	
<slides		-G-	
<staff		-OA	
<users		-OA	
<wiki		-I-	
<workshop		-M-	
<workshops		-M-	
=aaai		-A-	
=abstract		-A-	
=article		-A-	
=articulo		-A-	
=arxiv		-A-	
=beamer		-G-	
=bitstream		-A-	
=cvpr		-A-	
=eccv		-A-	
=eprint		-A-	
=handout		-G-	
=icassp		-A-	
=iccv		-A-	
=iclr		-A-	
=icml		-A-	
=ijcai		-A-	
=isit		-A-	
=journal		-A-	
=keynote		-G-	
=lecture		-G-	
=miccai		-A-	
=neurips		-A-	
=nips		-A-	
=paper		-A-	
=presentation		-G-	
=proceedings		-A-	
=publi		-A-	
=report		-A-	
=siggraph		-A-	
=slide		-G-	
=talk		-G-	
=tecrep		-A-	
=thesis		-A-	
=tutorial		-G-	
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
ai.google	/research/pubs	-A-	
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
amds123.github.io		-P-	amds123
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
bitbucket.io		D--	Bitbucket Pages
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
cell.com	/action/showPdf	-A-	
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
colah.github.io		-P-	colah's blog
colt2019.org		P--	
commoncrawl.org		-J-	Common Crawl
conda-forge.org		RL-	conda-forge
cordis.europa.eu		NS-	CORDIS
core.ac.uk	/download	-A-	
core.ac.uk	/display	-A-	
core.ac.uk	/reader	-A-	
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
dagstuhl.de		F--	Dagstuhl
dailymotion.com		KF-	Dailymotion
dalimeeting.org		PM-	DALI
darpa.mil	/program	-S-	
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
deel.ai		F--	DEEL
deepai.org	/publication	-A-	
deepai.org	/profile	-O-	
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
doaj.org	/article	-A-	
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
els-cdn.com		G--	Elsevier
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
gitlab.io		D--	GitLab Pages
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
helper.ipam.ucla.edu	/publications	-G-	
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
humanbrainproject.eu		F--	Human Brain Project
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
imaginary.org		O--	IMAGINARY
imdea.org		F--	IMDEA
import.io		M--	Import.io
imstat.org		O--	IMS
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
ipam.ucla.edu	/abstract	-M-	
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
julialang.org		O--	Julia
kaggle.com	/datasets	-J-	
kaggle.com	/code	-C-	
kaggle.com		M--	Kaggle
karpathy.github.io		-P-	Andrej Karpathy's blog
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
lilianweng.github.io		-P-	Lil'Log
link.aps.org	/doi	-A-	
link.aps.org		G--	APS
link.springer.com	/journal	-U-	
link.springer.com	/book	-H-	
link.springer.com		G--	Springer
linkedin.com	/company	M--	LinkedIn
linkedin.com	/in	-O-	
linkedin.com		M--	LinkedIn
linuxfoundation.org		O--	Linux Foundation
livebook.manning.com	/book	-H-	
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
mathematics-in-europe.eu		O--	Mathematics in Europe
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
microsoft.com	/en-us/research/uploads	-A-	
microsoft.com	/en-us/research/people	-O-	
microsoft.com	/en-us/research/event	-M-	
microsoft.com	/en-us/research/group	-N-	
microsoft.com	/en-us/research/video	-E-	
microsoft.com	/en-us/research/blog	-P-	
microsoft.com	/en-us/research/lab	-N-	
microsoft.com		M--	Microsoft
mil		N--	
mila.quebec		F--	Mila
miraheze.org	/wiki	-I-	
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
nasonline.org		O--	National Academy of Sciences
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
openai.com	/content/images	-V-	
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
prace-ri.eu		F--	PRACE
pragprog.com	/titles	-H-	
pragprog.com		G--	Pragmatic Bookshelf
preprints.org		IB-	Preprints.org
prezi.com		MG-	Prezi
principlesofdeeplearning.com		-H-	
proceedings.mlr.press	/v	HA-	
proceedings.mlr.press		H--	PMLR
proceedings.neurips.cc		H--	NeurIPS
project.inria.fr		FS-	Inria
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
python.org		O--	Python
pytorch.org	/tutorials	-I-	PyTorch
pytorch.org	/docs	-I-	PyTorch
pytorch.org		MS-	PyTorch
qiita.com		LP-	Qiita
qualcomm.com		M--	Qualcomm
quantamagazine.org		MQ-	Quanta Magazine
quay.io		RL-	Quay
quora.com		JR-	Quora
r-project.org		-S-	R
rajatvd.github.io		-P-	Rajat's Blog
rand.org		F--	RAND
raw.githubusercontent.com	/wiki	-I-	
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
researchgate.net	/scientific-contributions	-O-	
researchgate.net	/publication	-A-	
researchgate.net	/profile	-O-	
researchgate.net	/project	-S-	
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
sciencedirectassets.com		G--	Elsevier
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
siam.org		O--	SIAM
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
stillbreeze.github.io		-P-	stillbreeze
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
team.inria.fr		FN-	Inria
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

  /// The offset of the rules for words of documents.
  static let documentWords = 2765
}
