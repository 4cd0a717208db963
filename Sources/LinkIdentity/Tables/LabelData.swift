// swift-format-ignore-file
// Generated from labels.yaml by Sources/LinkIdentity/Data/generate.py; do not edit.

/// The built-in label rules, hashed by what they match.
enum LabelData {
  static let slots: StaticString = #"000000>a0000000000?d007A05Q=06@_0000000000000000000003TW01\P00000000000000Un00000000078[00000000000003D0055g00000000000000000000000007<G000004=U000000000000000000000000000000000000000000000000068U000000000000000002\5000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001QJ00000000000000000000000000Q700000000000000000000000001j\0000000001i:0000000000000000000000b90000000000`J000007Ok00000000000000000000000000000000000000b`000005M[000004I<000000000000000005l;0000000001PD04ki07;8000003DQ0000023m0000069N06Rb000006bl0000000002B:000000HB05kd000000000000000000000000000000000000000000?n000003FX0000000000000000000000000000000007Ka00`>04S\00000000000006PB00000000000000f501?^00000000000000000000000000000000000000000000000002S402o[000003Af0709003V0000000000000000000001lo06RF000007@g00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000003V<00000000000000000000000000000000000000[M03@J00Si0000000000000000000006Nd000000000653000006OF0000000001h@0000000103`D00000000000000000000000003:o00000000000000000000000006^K0000016001II00000000000004?J051m00000000000004R@00000000000000000000000001Hg0000009b000000000000000000000000000000000000000007AH0000000000F@00000000026<000000000000000004An00G`0000000002]3000000000000000002?[0000044Q006c000006CO04NF00>k0000048W000000000000000000000000000006\Q000002Zn000000000000000007Hc020D0000000003if00000000000000FM00000000000000000000000004^@0751000007Pl05EQ000001_;0000026`055:00000000000000000000000000000000000001:60000000000000000000000000000000002\H000000Ih000000000000000000000000000000000000000000000000000000000000000002g]000000<;00MD000004D_0000000000000000000003_l0000000000000000003h02F80000007a0000000000000000000000000000029k0000000000000000000000YA02a>0000000000000000000000Ve03F=06WD000000000000000004SG000000000000000000000000023400000000000000000000000000000000000003hS000000;D00>X00000000000000000000000000EU00000000000000000000000006Wf00O100000000000005OD0000000000\U000004o_00000000036T015U000002^k000000000000000003E0073i00000000000001oM017o000006HN0000000001SF0000000000000000000000000000000003m:05eS00000000000000000000000000000000000003R^0000000000000000000000000000000000000000000000000000000004LW000001Za0000000002XT000000000000000006d806Yl00000000000002290000000000000000000002fP00000000000003Tl03ER00000000000002mY00_a0000000001<`01=f0000000000000000000000000000009300000000000000;f04i[002f000000000000062A0000000000000000000002Y=00>702mF03=004:400k<00G0000000000000000000000000009@01MA00000000000000000000000000000000000001eY000001G]05<M01<I000000000000000002:J07=P000006K_0000000000000000000006Qn000005Gg000006e10000000000000000054b00000000000002HF0000000000000000000000000000000005LJ00000000000000000000000007<o00000000000007B>000000000000000000000000000000000000000`000000000000000001WW0000000002FP03bk06bU00000000000003ka06fo000000J8000000000000000000000000000000000000000001Q80000000005IK0000000000000000027:01Nf000000000000000000000000078n000000000000000000000000000007FU00000000000002W906mY0000000000000000000001;k00[<0000000001cl00000000000000000000000003=n057307PW000000000000000000000000000007L8000000000000000000000000000000000000000000000000000000000000000000000033000003:\0000000000000000000000000000000000@9046\050:0000000005MA000000\c0000000000000000000000000000000000000000000000000000000005X3000000000000000004b30000000004:H0000000001MW0000000007;]0000000000QT000000000000000002UP074X0000000000000000009K00000000000000L`0000000000100000000000000000024T03[O05kH000003cE000000`g000000aN00:B00N106E>04\>0000000000jm01@^01YO05;c075X000000000000000005RA00000000000001aQ0000000000000000000003AK005d01Ci03dK06`S000002VE000000000000000004jL000003?V000000NC03Ji000000000000000000000000000000000000000006e`00000000000002a\00000000000000000000000003>o02E803A>02cJ000001RI00000000000000:a05Q[000000T^01JQ001`0000000003:;03ZA000000Go000000000000000004ea0000000000000000000000Wb01U:05TO00000000000000000000000000000000000000000000000000000000000000i`05B]0000000000000000000000000000000000000000000000B@03U>04]e0000000001Z3000006_l0000000005A6000004l<000000000000000001kX00000000000000000000000000000000000000OP0000000000000000000000000000000000000000000003:G00000000000000000000000005e>0000000003YP000000000000000000000000000005S404J50000000000000679073=02h403\<000004e90000000006gJ00000000000000000000000003\a0000000000000000000002nm02U0000000000000000000000000000000000000000000AV00000000000001Fb0000000000000000000003Vc00<F06Ck071\07C6000000000000000000000000000001OI0000000000`W02Vg06lc000000000000000004PD00000000000004`n000005hI000007QJ000001TN000000000000000000000000000000000000007Q000000<Z000004[h00Dk00000000000000000000000000000000000002RX000000000000000000000000000000NY0000000000000000000000Ac000000000000000006i300]L04Lo0000000000000000000000000000000000000000000000a;04bP0000000001iR047P0000000000000000000004Gj0000000000000000000000000000000000000000000>03>U0000000000000000000001L]059;0000000002hO0000000Q00_C06aE000000Ok00000000000003P[03fl00000000000005P7000000KF0000000000000000000002Gg000000000000000000000000000000000000002000of0051000000000000000006\f06_W000001l:01]e0000000002EV051D0000000007BY04_=000000000000000000000000000005cd0000000000000000000000A90000000006?I06VF03T;0000000000000000000000000000000007@=00000000000000000000000007K00000000000000000000000000000000000000000058602NG05UC06iL0000000002lQ0000002A0000000003]Y00000000000000H`00000000000007D:000000bR0000000005Fn0000000001cS000000000000000006S700000000000000000000000000000000000003>H000001Od0000000006UW00000000000000000000000005RX0000000000000000000002L70000000000000000000004O_06K=014B000000000000000000000000000002O1000000@Q068600000000000001dT0000000000000000000005aQ0000000000Zl000000000000000000YO05VU05\>05n9000000000000000000C`0000000000000000000004G?06Vg00000000000000000000000007HE00TM06f?000000000000000000000000000004L9000000000000000000000000035U0000000006@<00000000000003jZ00000000000001UU000000000000000004i800000000000000WU02[c054@00000000000000000000000000000000000005C^06LC02Xe00Z807N402@h00e70000000000000000000000:K04?g000000000000045D000000000000000000000000000000000000000000000000000005l^0000000000000000000000cQ000004_g06I10000000000000000000000CQ00000000000000_R01;600000000000000000000000000000000000000000000000001G?000003@d000004df000000000000000000Tl000002``03<b000002`B07M[000000000000000000000000000003Pl000006L000000000000007:@0000000000000000000000000000000000000000000000:8000000000000000000000000000001j20000000002d006lA000000000000000000:U05h60000000000000000000003@000000152000000000000000000bF00000000000000000000015D000000000000000000000000041P00000000076100]4000006F<06;W0000000002K_04g=00000000000002^?00000000066@03Uh00000000005J000000]i000004`>00000000070o000000000000000000ZS07NK05W?0000000000<100000000006S000006;8000001mP070L069g000000000000000001B6000000000000000007=`00000000000001\m00000000000000000000000000000000000004TJ04RW0000000000000000000006_1000000000000000000000000000000000000000000000000000007Lc000002?200000000000000000000000000S^000000000000000000000000000000000000000005XP00000000000000000000062Z000007N`000003jk000000000000000005j606eG000000000000057a0000000000000000000004fM000005??00000000000000:l001>02fg000000000000000003K_00BO00000000000003>;00@\00000000000004]10000000002bP0000000003A105U007J>07D[066[019Y07>?0000000002D600000000000005FY000000_o0000008_0000037Z0000000004:^00000000000000000000000003?<0000000006;l0000000000000000000003_?0000000000000000000001XU00000000000000000000052Y02jU06Fe0000000002TW00000000000005_A00000000000003Z]04hc00Y500000000000002dY06G>0000000001NK0000039W00M300000000000000000000000005;?0000000004PU056M0000000000000000000000000000000000oK0000000000000000071H0000000000000000000000000000000000000000000000000000000000000000000005Yg00000000000000000000000000000000000000000000000000000000000000000000000003IJ000000000000000000000000000000000000000003h305\b0000000000000000000000000000000000000000000000000000000002kS000000000000000000000000000000<e0000000001HL01`i02KF02Z00000000006PX00?603Hb04JL000000h[03UT04>H000005>H00000000000000000000000000000000000000000000000000000000000000000000000000^7000000000000000001e30000000000000000000000O]00000000000000000000008T00000639000002_L0000000001Jf000000000000000000000000000003030000079W00000000000000000000000000000000000000000000000000000000000000;P00;Z000003Eh0000076F00000000000000000000000000V?00000000000000000000000000000000000000640000000000000000000000000000000000460000036k05gR00000000000000000000000004lU0000000002kd00000000006C0000000000000000000000000000000000R102<60000049W000000000000000000=]00@E00@j02WZ0000000000>B000000000698000002nU00000000000000000000000000000000000000Rl05SS0000000002le0000000000000000000003<>0000000000000000025R0000000000000000000004mH0000000005ZH00000000000007G`000000000000000001DL000000000000000000000000000000000000000003G305ne00000000012=04<4000000000000000001=Q00000000000000000000000001AT005U0000000000000000000000P80000000000K1000000000000000000000082000000000000000006]E072f0000000001A<0000000000Xg0000000000000000000000000000000006]l000007Ig0000000007LN052l000000bn04j605Kk000000000000000005g=03=:0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000W:01Vj0000000001k300000000000001oi06gf000000000000000005I100000000061Y01fV000000000000000004>a05ag000002dn0000008H03]>000002JH00000000063M0000000000R=000000000000000000000000000004=80000000001Kh00000000000003cl0000000000000000000000000000000000000000000000000000000005Z]06YP00000000000000000000000007Jc055P000007M9000003Nf000003?c000000000000000001fh000005bK00000000000006>;000000000000000000000000000006nY00000000000000?X00000000000000000000000000000000000000000000000000Pc02iP053m0000000000000000000000000000000000[Y000007IM00000000000000000000000000000000000001_c000000000000000000KS02SI0000000000000000000006Gj00IZ00000000000000740000000005>\06MN0000000000000000000000000000000003kH000000000000000000Qa0000000001:a03QA000000000000000005[@009V0000000005K800L20000000004H[0000000005a;000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001h[000000000000000002\a06DN000000000446000003GG0000000000000000000003AX000000000000010m02[H01J<000003j?0000000005<:000007Ej0000000001M000000000000000000000000002Hf04nQ000000000000000000000000000006m7000005HS000000000000000000000000000000ZF07C]00000000000005@30000000002eb0000000000DV000005J[0000000001V804bo000006]Y00000359000000000000000000000000000000000000000006N8000000000000000000000000067H05cM00[i06oW000007Ae00000000000000000000000000000000000000000000000000lI03HK0000000000000000000000=G0000000003OT00000000000000000000000000000000053E000006V3000002Sc01f2000006dK0000000000000000000000000000000000000000000000Hl00000000000000000000000005_l0000000003>b00000000020g0000000004U800_400000000000000000000000000000000000000000000000000000000000000000000000005_Q000000000000000006Pl06L\0000000000000000000004@B03@=000002LT04[^0000000000000000000002bo00=100000000010T01bA0000000000U\05:D06:T0000000004lo00000000012X000002b705Db00000000000000000000000000000000000003Q\019500RK0000000004@_0000004d03;c000000000000009m000002Eh001R03^506b70000000004Ei0000000000GR0000076a0000000007@N0000000000G=0000000000000000000000000000000000000000000000000000000002hm000000000000000000000000000002930000000000000000000000000000000000000000000000000000000000000000000001@<01g_000000EF00HT03fQ000000000000000000000000000000000000043A0000000002;W0000000000000000000006=1000001gE03=a046F00000000038=000000000000000003C]0000014S00000000038Y04aA0000000000000000000000nS0000000000000000000000000000000000000000000000000000000000000000000000000000000002MU00C40000000000R[07EU00000000002O04T]0000053Z06[n07GC000000000000000000000000000000000000000000000000000005b`000000000000000000000000064K03BC027[0000000004EI0000000000000000000000000000000003P1046000000000000000Z`0000000000000000000002=B05<`070_0000000003C8038o0000000000000000000000000000000000000000000005V4000007?f0000063n0000000000000000025l000000000000050`000000000000000006<?052H00000000000000=<00000000000006Tk06TL000000000000000000000000000000m@000004AA0000000000000000000004Hk00000000000000000000000005fh000000000000000000XZ000000000000000002n<0000000000ai0285000000000000000000000000000003lQ00n?000000Yi0000000000000000000006EY00000000000000000000028b077f000000000000000002eI0000000002G>0362000000000000000000X<000000B3011U0000000007Fj0000000000000000000000a[000003bV00000000000000000000000000000000000000Eb04GW0000000000000000000000000000000001]U03eH0000072M000000000000000000\H000000000000000003K@0000000003b900000000000006QO00AE0000000000kQ056`000005J2000000000000000000000000000006M704_R000000000000000000]@03Y@00000000000000000000000000000000000000000000000000000000000006a\000000000000000000000000000007KI0000000005=G00000000000000000000000005k00000000000000000002[00000000000005?X00000000000007>k00000000000000000000000000000000000000000000000005Xg01lM000007:a000000000000000000Fd0000000002;?000003=T0000000000000000000000000000000000000000000000000000021D05en00T400000000000000000000000000000000000000000000000004N_00000000000000000000000000000000022c0000021]0000000000000000000004FJ00000000000000FY000000000000000002oF04Mc01VM00000000000000000000000002]k0000000003gF00000000000000000000000000000000000000000000000000000000000004S0000004UH000000000000000001T=06FP0000000004;@000000000000000000000000000003Gc00000000079A00000000000006o;000007OT00000000000000000000058b00000000000000000000000000PM05CE000000000000000000DJ000000000000000007=@000000000000000000000000000000000000000002YU01Ql000000000000000005c306Sm000000000000005?03f=00000000000004cW000000000000000001=10000000000000000000000000000000006O\00000000000000000000000006SN0000000000000000000000000000000001`5000001H:0000000003l<00000000016Z0000000003_X000000JX000000JI0000000001S`000000VN0000000000S?0000000000QG00^h000000000000000006Xo0000000000cd00000000000000000000000000?@0000000000SO01Mo049F00000000000000000000000000c>000000000000000006c[0000000000000000000000000000000000000000000000000000000000000000000007?Q000004Pl0000000000WI065e0000000000000000000004OB0000000003^G04K=00000000000000000000000000000000000000000000000006k<00000000000000000000000000=R0000000003iL000000mf000000000000000000000000000000000000000000000000000000000000000000000000000006h7000000000000013_04`\0000000000000000000002PA00000000000000000000000000000000000000U;0000008h0000000000gG04dA00000000000002XC03I20000000001P]0000000000000000000001Xc06n;000000\800F005Pf000000000000000000Kb01fE00000000000000000000000003J5000000000000000000000000000002IS0000010;00000000000001Rm04Qa0000000000=l0000000000000000000000000000000000000000000005]>00000000000000000000000005:[00000000000000000000000000^[023P0000000000000000000000000000000000000000077800I<00Jd03=G06hY000000000000000005fV000002R000000000000002T40000000000000000000004;Q00000000000002QR00000000000000Ba00000000000000000000000000000000000000000000000000CB000000000000000003Bh0000000000000000000000000000000003?I000000O@000004T700000000039F000001CF0000000007E6000000D0000000000000000000E8059V00000000000005D=05^d000000000000000002AM04aZ000000000000000000MZ000000>N000000000000000000000000000000000000000000000000000000X000000000000000000000000001X?000000000000000000000000000000]Z00000000000000000000000000000000000000000000000000000000000000000000000000000000000002^R00000000000000000000000000000000000002ik00000000000000000000000000000000000003[h000000000000000000000000000000000000074?000003;L00T@03Xn00000000000006kc00LP00XM02Jh05FB00000000000000000000000002Od000004<K000000000000000005O]00000000000001`N06Bi00;7000000^O000002lE0000000004hK000000j400000000000000VY000001B^067`000001bn00000000000000000000000000d70000000000000000000000000000000003@W04CK004T03[:05`A000000000000000000000000000000000000000005jY0000047702:e0000000000000000000000000000000000000000000003g[000000000000000001KG01mm000000000000000000000000000003VP000000000000000000jE0000000000000000000000<O0000000000UK024@0000000000000000000002Ie0000000000000000000000000000000000000000000000000000000000IL039o00000000000006ZE05iT000000000000000000000000000002g>0000039c0000000002c_05`e000000000000008=000003Ib06XJ000000000000004E017F00^C02?I0000000000?K0000000007<20000000000000000000000000000000005E=000004f:0000000000000000000000000000000000000000000000000000000000000000000000000000003D043`00000000000000000000000002OM0000000000000000000000000000"#

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
/project		-SC	
/project		-SA	
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
=preprint		-A-	
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
colah.github.io		LP-	colah's blog
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
rajatvd.github.io		LP-	Rajat's Blog
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

  /// Where the rules for documents start.
  static let documentWords = 2780
}
