/**
 * Languages close to one of ours that no package has a word list for: their frequent words, the most frequent first, as
 * any grammar or newspaper of the language shows them. They are never an answer; they are here so that a text in them
 * is not given to their larger relative. What the words do not cover is spelled half as in the relative.
 */

export interface LesserLanguage {
  readonly iso639_3: string
  readonly script: 'Latn' | 'Hebr'
  /** The word list of the relative whose spelling fills the gaps; empty where there is none in the script. */
  readonly kin: string
  /** Separated by white space, the most frequent first. */
  readonly words: string
}

export const lesser: readonly LesserLanguage[] = [
  {
    iso639_3: 'roh',
    script: 'Latn',
    kin: 'italian',
    words: `la da e il che en per a ils las in ina cun dal è sin dals vegn na han ha sa ed dad quai betg sco questa ch tar
      ma quest tranter suenter sur pli u nov onn onns durant avant er mo sut enfin senza cunter mintga mintgin tut
      tuts tutta tuttas grond gronda gronds grondas pitschen pitschna bler bleras blers bun buna meglier auter autra
      auters autras medem medema nagin nagina nagins insatgi insatge ins nus vus el ella els ellas jau ti mes mia tes
      tia ses sia sias noss nossa lur quel quella quels quellas questas quests qual quala quals qualas nua cura co
      pertge perquai damai uschia uschè sche cumbain perquei anc adina gia pir lura oz ier damaun bainprest savens
      darar mai èn era eran esser saja sajan fiss fissan stada stà stads stadas vegnan vegniva vegnivan vegnì vegnida
      vegnids vegnidas vegnir aveva avevan avair haja hajan avess gì po pon pudair pudess possia sto ston stuair
      stuess vul vulan vulair duai duain duair fa fan far fatg fatga di din dir ditg va van ir dat dattan dar dà dada
      vesair vesa chatta chattan chattar metter mess messa prender pigliar piglia tegnair tegna lascha laschar lavura
      lavuran lavurar lavur lavurs dumonda dumondas resposta persuna persunas um dunna dunnas umens uffant uffants
      giuven giuvens famiglia glieud pievel chasa chasas vischnanca vischnancas citad vitg vitgs lieu lieus pajais
      chantun chantuns svizra svizzer grischun grischuns rumantsch rumantscha lingua linguas pled pleds scola scolas
      scolar scolara regenza cussegl cussegls cumissiun uffizi departament lescha leschas artitgel dretg dretgs
      votaziun elecziuns onda temp dis emna emnas mais schaner favrer avrigl matg zercladur fanadur avust settember
      december dunsa dus duas traís trais quatter tschintg sis set otg diesch ventg tschient milli milliun milliuns
      pretsch daners custs emprim emprima segund segunda ultim ultima dasperas entaifer ordaifer davart tenor grazia
      malgrà dapi fin sper vers encunter giu si ora enavant davos davant sura sutvart cundiziun cundiziuns proposta
      propostas soluziun svilup furmaziun natira aua viafier turissem sanadad malsogna ospital pasch segirezza gudagn
      nova novas`,
  },
  {
    iso639_3: 'nno',
    script: 'Latn',
    kin: 'norwegian',
    words: `og i det er på som til å ein av for at med har ikkje dei den eit om frå var vi han eg ho men kan vil skal seg så
      ved vere blir vart etter eller no når òg også berre meir mykje mange noko nokon nokre kva korleis kvifor kven kor
      dette denne desse då der her ut opp inn over under mellom gjennom mot utan før sidan sjølv eigen heile kvar kvart
      alle andre anna annan dykk dykkar me meg deg oss vår vårt våre deira hans hennar si sin sitt sine min mitt mine
      vore blitt vorte gjer gjere gjorde gjort kjem komme kome kom komen går gå gjekk får få fekk fått seier seie sa sagt
      veit vite visste kunne skulle ville måtte må bør burde ser sjå såg sett tek ta tok teke gir gi gav gjeve finn finst
      finne fann står stå stod ligg låg held halde heldt let late år året åra dag dagen dagar tid tida gong gonger veke
      veker månad månader time timar mann menn kvinne kvinner barn born unge ungdom menneske folk noreg norsk norske
      nynorsk kommune kommunen fylket fylkeskommune landet land verda by byen bygd bygda skule skulen skular elevar
      lærar lærarar høgskule universitet arbeid arbeidet arbeide selskap selskapet verksemd verksemda leiar leiaren
      dagleg stor større største store liten lita små god betre beste gode ny nye nytt nyaste gamal gamle eldre ung
      viktig viktige viktigaste ulik ulike same fleire flest første andre tredje to tre fire fem seks sju åtte ni ti
      hundre tusen million millionar kroner prosent saman heim heime borte fram attende tilbake att attom framleis
      snart alltid aldri ofte kanskje difor derfor likevel dessutan særleg særskilt spesielt vanleg vanlege mogleg
      moglegheit moglegheiter naudsynt nødvendig løysing løysingar utvikling utviklinga spørsmål svar problem endring
      endringar regjeringa stortinget politisk politikk minister statsråd parti partiet val valet røyst stemme
      høgre venstre straum vatn sjø hav fjord fjell skog veg vegen vegar bil bilar hus huset heimar born ikkje-røykjarar
      seinare tidlegare eitt ingen inga inkje einaste kring ikring omkring ifølgje høyrer høyre høyrt lese skrive
      skriv skreiv skrivne språk språket ord bok bøker avis nyhende nyheiter melding meldinga opplysning opplysningar
      sjukehus sjuk sjukdom helse lege døydde død liv livet leve levande kjærleik ven vener venn vennar jente jenter gut
      gutar mor far foreldre bror syster tyskland sverige danmark england frankrike europa europeisk amerikansk
      trur tru tenkjer tenkje tenkte ynskjer ønskjer ynskje ønskje treng trenge brukar bruke brukt spelar spele spelt
      spel kamp kampen lag laget mål poeng sesong vinn vann tap tapte byrja byrjar starta opna stengt auke auka aukar
      minke skapar skape bygge byggje bygd byggjer følgje følgjer fylgje liggje leggje legg lagt setje set fortel
      fortelje fortalde forklarar meiner meine meinte held fram dømes døme eksempel utanfor innanfor utover
      samstundes medan fordi dersom viss ettersom enn anten verken både sjølvsagt dagsorden framtid framtida noregs`,
  },
  {
    iso639_3: 'isl',
    script: 'Latn',
    kin: '',
    words: `og að í á er sem til við um það með var en ekki fyrir hann af því ég svo þetta eru hefur frá þess eða upp hún þau
      þeir þá þegar þar verið eftir hafa voru vera sér út hafi sé einnig hans hennar þeirra okkar sína sinn sitt verður
      kom hér nú ef milli undir yfir mjög meira allt allir öll alla hvað hver hvort hvernig hvers vegna þú þið við mig þig
      sig mér þér okkur ykkur þeim honum henni hana hafði höfðu mun munu má mega getur geta gat verða varð urðu skal
      vill vilja ætti ætla ætlar gera gerir gerði gert segir segja sagði sagt kemur koma komið fer fara fór farið tekur
      taka tók tekið sjá sér séð fá fær fékk fengið láta lét gefa gefur gaf standa stendur stóð halda heldur hélt
      vita veit vissi þessi þessa þessari þessu þessum þessar þeirri þann þær sú sá einn ein eitt einu einum eina tveir
      tvö tvær þrír þrjú þrjár fjórir fimm sex sjö átta níu tíu hundrað þúsund milljón milljónir króna krónur prósent ár
      ári árið árum ára dag dagur dagurinn daga degi dögum tíma tími tíminn viku vikur mánuð mánuðir fólk fólki maður
      menn manna mann konu kona konur karlar barn börn barna íslands ísland íslandi íslenska íslenskra íslensku íslendingar
      reykjavík land landið landsins heimi heiminum heimsins borg borgin bær bænum sveit stjórn stjórnvöld ríkið ríkisins
      ríkisstjórn ráðherra forsætisráðherra forseti alþingi flokkur flokkurinn kosningar fyrirtæki fyrirtækið fyrirtækisins
      fyrirtækja félag félagið félagsins samningur verkefni vinna vinnu vinnur starf starfsmenn skóli skóla háskóli
      nemendur kennari mikið mikil mikill mikla margir margar mörg fleiri flestir stór stóra stórt stærsti lítið lítill
      góður góð gott góða betri bestu nýtt ný nýr nýja nýju gamall gömul fyrsti fyrsta annar önnur annað aðrir þriðji
      síðan síðar áður aldrei alltaf oft stundum kannski líka bara aðeins enn ennþá þó samt þannig saman heim heima
      burt fram aftur inn inni úti niður hjá úr gegn gegnum án innan utan vegna meðal samkvæmt milli kringum eins enda
      heldur hvorki bæði annaðhvort nema þótt meðan þangað hingað þaðan hvar hvenær hversu spurning svar vandamál lausn
      breyting breytingar þróun mikilvægt mikilvægur mögulegt nauðsynlegt lögregla lögreglan lögreglunnar slys
      eldur sjúkrahús læknir heilsa sjúkdómur líf lífi dauði deyja lést lifa ást vinur vinir stúlka strákur móðir faðir
      foreldrar bróðir systir hús húsið bíll vegur vegurinn sjór fjall á vatn veður orð mál tungumál bók bækur blað frétt
      fréttir leikur leik leikinn lið liðið mark mörk stig sigur tapaði vann evrópu evrópusambandið bandaríkin bandaríkjanna
      bandaríkjunum bretland þýskaland þýskalandi danmörk noregur svíþjóð rússland frakkland trú telur telja heldur finna
      finnst fannst nota notað notar byrja byrjaði opna opnað hætta hætti lækka hækka aukast aukning skapa byggja byggt
      fylgja fylgir leggja leggur lagt setja setur sett skýra greinir greint dæmi dæmis hluti hluta framtíð`,
  },
  {
    iso639_3: 'fao',
    script: 'Latn',
    kin: '',
    words: `og at í á er sum til við um tað ikki hann var ein av fyri men hevur frá eru teir tey hon eg vit so ella tá har
      verið eftir hava vóru vera seg út upp eisini hansara hennara teirra okkara sín sína sítt verður kom her nú um millum
      undir yvir sera meira alt øll allar allir hvat hvør hvussu hví tú tit meg teg mær tær okkum tykkum teimum honum
      henni hana hevði høvdu man skal vil vilja kann kunna kundi má mugu noyðist gera ger gjørdi gjørt sigur siga segði
      sagt kemur koma komið fer fara fór farið tekur taka tók tikið síggja sær sæð fáa fær fekk fingið lata gevur geva gav
      standa stendur stóð halda heldur helt vita veit visti hesin henda hetta hesi hesum hesa tann teirri tær tí sá ein
      eitt einum eina tvey tveir tvær trý tríggir fýra fimm seks sjey átta níggju tíggju hundrað túsund millión milliónir
      krónur prosent ár ári árið árum ára dag dagur dagin dagar degi tíð tíðin tíma viku vikur mánað mánaðir fólk fólki
      maður menn mannin kvinna kvinnur konu børn barn barna føroyar føroya føroyum føroyskt føroyska føroyskur føroyingar
      tórshavn havn land landið landsins landsstýrið landsstýrismaður løgtingið løgmaður heimin heiminum býur býurin bygd
      bygdin kommuna kommunan stjórn stjórnin ríkið flokkur flokkurin val valið felag felagið felagsins fyritøka
      fyritøkan virki virkið arbeiði arbeiða arbeiðir starv skúli skúlin skúlan lærari næmingar stórur stór stórt størsti
      lítil lítið góður góð gott betri bestu nýggjur nýggj nýtt nýggja gamal gomul fyrsti fyrsta fyrstu annar onnur annað
      aðrir triði síðan seinni áður ongantíð altíð ofta kanska bert einans enn tó tískil soleiðis saman heim heima burtur
      fram aftur inn inni niður hjá úr ímóti móti gjøgnum uttan innan vegna ímillum sambært nógv nógvar nógvir fleiri flest
      hvørki bæði antin meðan hagar higani hvar nær spurningur svar trupulleiki loysn broyting broytingar menning týdning
      týdningarmikið møguligt neyðugt løgreglan vanlukka eldur sjúkrahús lækni heilsa sjúka lív lívið deyði doyr doyði
      kærleiki vinur vinir genta drongur móðir mamma pápi faðir foreldur bróðir systir hús húsið bilur vegur vegurin sjógv
      sjógvin fjall vatn veður orð mál málið bók bøkur blað tíðindi leikur dystur dystin lið liðið mál stig sigur vann
      evropa amerika bretland týskland danmark danmarkar danskt noreg norra svøríki russland frakland trýr trúgv heldur
      finna brúka brúkt byrja byrjaði opna sløkka hækka økja økt skapa byggja bygt fylgja leggja seta sett greiða greitt
      dømi dømis partur part framtíð fiskur fiskiskap skip skipið bátur bátar`,
  },
  {
    iso639_3: 'ltz',
    script: 'Latn',
    kin: 'german',
    words: `de an déi ass d dass datt vun ze den en fir op mat net an et dat huet am eng sech si sinn als hunn gëtt awer och
      nach bei wéi no um zu zum zur vum beim ginn hat war gouf goufen waren hätt wier kann kënnen muss mussen soll sollen
      wëll wëllen géif géifen wäert wäerten ech du hien hatt mir dir hinnen him hir hire säi seng sengem senger mäi meng
      däi eis eist eisen onse ons iech iwwer ënner tëscht duerch géint ouni virun hanner niewent bis säit wärend well
      wann ob wou wat wien firwat wéini mä oder entweder weder souwuel esou sou do hei dann elo ëmmer ni nie oft heiansdo
      vläicht nëmmen just méi manner vill vill vläit wéineg alles alleguer all jiddereen jidder jidderee keen keng kengem
      een eent zwee zwou dräi véier fënnef sechs siwen aacht néng zéng honnert dausend millioun milliounen euro prozent
      joer joren dag deeg haut gëschter muer moien owend nuecht stonn stonnen minutt woch wochen mount méint mount zäit
      mann männer fra fraen kand kanner leit mënsch mënschen lëtzebuerg lëtzebuerger lëtzebuergesch land länner stad
      gemeng gemengen duerf regierung minister ministesch premier chamber deputéiert partei parteien wal walen staat
      politik gesetz polizei accident spidol dokter gesondheet krankheet liewen doud gestuerwen gelieft haus haiser auto
      strooss wee waasser wieder wuert wierder sprooch buch bicher zeitung noriicht noriichten spill match equipe punkt
      goal meeschter éischt éischten éischte zweet drëtt lescht leschten leschte nächst nächsten nei neie neien neit al
      alen grouss grouss groussen grouss kleng klengen gutt gudden gudde besser bescht schlecht schéin héich déif laang
      kuerz wichteg méiglech onméiglech néideg richteg falsch ganz ganzen eleng zesummen erëm zréck eraus eran erop
      erof ewech heem doheem dobaussen dobannen uewen ënnen lénks riets soen seet sot gesot goen geet gaang kommen kënnt
      koum komm maachen mécht gemaach gesinn gesäit huelen hëlt geholl kréien kritt krut ginn gëtt stoen steet stoung
      halen hält bleiwen bleift blouf fannen fënnt fonnt wëssen weess wousst denken denkt mengen mengt gleewen schaffen
      schafft geschafft aarbecht aarbechten léieren schoul schoulen schüler enseignant liesen schreiwen geschriwwen
      schwätzen schwätzt geschwat froen gefrot froe äntwert problem léisung entwécklung ännerung firma firmen
      betrib betriber patron chef präsident member memberen veräin projet projeten kontrakt präis präisser suen geld
      budget bank europa europäesch europäeschen däitschland däitsch frankräich franséisch belsch amerika éischter
      deem deen dës dëse dësem dëser dësen där deenen deeër wéilt weider virdrun duerno dowéinst dofir domat dovun dozou
      doriwwer dogéint drop dran drun eriwwer vir iwwerall ronn ongeféier besonnesch natierlech eigentlech wierklech
      kuerzem souguer schonn scho mol emol wuel zanter laut géigeniwwer anescht aner aneren aneres selwer selwecht
      jonk jonken jonker bestuet kraaft lescht hierscht fréijoer summer wanter dënschdeg mëttwoch donneschdeg freideg samschdeg
      sonndeg méindeg`,
  },
  {
    iso639_3: 'gsw',
    script: 'Latn',
    kin: 'german',
    words: `isch und de d s i vo in im uf mit het das en e als si au für nid nöd ned zu zum dr di er es bi hät hend händ hei
      worde gsi gsii am us wo wie a ä eme emene ere vom zur bim dass oder aber ich du mir mer ihr dir sie ihne ihm ihre
      sini sin sy mini min my dini üse üsi öis eus euse euch öich chan cha chönne chöi chönd chönnt muess müesse mues mond
      söll sölle sött wott wänd will welle wird wärde werde wäri wär wäre würd gaht goht geit gaa go gange chunnt chunt cho
      choo gseh gseht gseit seit säge gmacht macht mache git gä gäh ggä nimmt näh gno staht stoht steit stah blibt blibe
      gfunde findt finde weiss wüsse wüssed gwüsst dänkt dänke meint glaubt schaffe schafft gschafft lehre lehrt lese
      schribe gschribe rede redt frage gfragt wil wenn ob wer was warum wänn nume nur no na nach scho immer nie mängisch
      vilicht öppe öppis öpper nüt nüüt niemer alles alli jede jedi jedes kei kän ke keini ein eis eini zwöi zwei zwoi drü
      drei vier füf sächs sibe acht nün zäh hundert tuusig milione mio franke prozänt jahr joor johr jahre tag täg hüt hütt
      geschter morn moorge obe znacht stund minute wuche monet ziit zyt maa mann manne frau fraue chind chinder lüt lüüt
      mensch mensche schwiiz schwyz schwiizer schwizerdütsch dütsch düütschland züri zürich bärn basel luzern stadt gmeind
      dorf kanton regierig bundesrot bundesrat politik partei gsetz polizei unfall spital dokter gsundheit läbe läbt tod
      gstorbe huus hüüser auto strass wäg wasser wätter wort sproch sprooch buech büecher ziitig spiel mannschaft goal
      erschte erscht erschti zwöite zweit letscht letschti letschte nächscht nächschti neu nöi neui neue alt alti gross
      grossi grosse chli chliini chlii guet gueti guete besser bescht schlächt schön höch tüüf lang churz wichtig möglich
      nötig richtig falsch ganz ganzi elei zäme zruck use ine ufe abe wäg hei dehei dusse dinne obe unde links rächts
      über under zwüsche dur gäge ohni vor hinder näbe bis sit sider während wäge trotz drum also denn dänn dört döt da do
      hie jetzt jetz nochhär nachhär vorhär derfür drmit drvo drzue drüber dra druf meh weniger vil viel wenig eifach
      eigentlich würklich natürlich bsunders ungefähr fascht sogar wieder wider anders anderi andere sälber sälbe gliich
      gliiche jung jungi früener spöter sicher früeh spoot früehlig summer herbscht winter mändig zischtig mittwuch
      dunnschtig friitig samschtig sunntig arbet arbeit schuel gschicht entwicklig lösig änderig bevölkerig firma
      bedütet bekannt chunsch chasch hesch bisch gosch weisch tuet tüend tue gitt gäbe gits hets ischs bin sind sii
      gsehsch usegä entschtande wichtigschte gröschte grösste höchschte`,
  },
  {
    iso639_3: 'nds',
    script: 'Latn',
    kin: 'german',
    words: `de un is in dat to en van vun mit för op het hett nich as sik ut bi an ok wi he se ik du ji ehr ehre sien siene mien
      dien uns unse jo jem jüm em een ene eenen dor dar daar door noch ober man avers blots bloots wat wo woans worüm
      wenn wann wieldat dat't oder un't na nah vör achter över ünner twischen gegen dörch ahn ahne bet bit siet sünd weer
      weern west wesen hebbt hebben harr harrn hatt hebb warrt warrn wurr worr wurrn worrn kann köönt könen künn schall
      schüllt schullen schall will wüllt wullen mutt mööt möten müss dröff dörf deit doon dee daan maakt maken maak
      geiht gahn güng gung kummt kamen keem kümmt seggt seggen sä sää süht sehn seeg gifft geven geev geevt nimmt nehmen
      nehm steiht stahn stünn liggt liggen leeg höllt hollen bleev blifft blieven finnt finnen funnen weet weten wüss
      denkt denken dach glöövt glöven arbeit arbeiden arbeidt schrifft schrieven schreven leest lesen snackt snacken
      snack spreken spraak spraken plattdüütsch platt nedderdüütsch düütsch düütschland hamborg bremen holsteen sleswig
      mekelnborg oostfreesland land lannen stadt städer dörp dörper gemeen kark karken huus hüüs hüser school
      scholen wöör woort wöörd book böker johr johren jahr jahren dag daag dage hüüt hüdendaags güstern morgen nacht
      stünn weken week maand maanden tiet tieden mann mannslüüd fro fru froonslüüd kind kinner lüüd lüe minsch minschen
      groot grote groten grötter gröttst lütt lütte lütten kleen good gode goden beter best nee nee'e niege nieg nien oold
      ole olen jung junge eerst eerste eersten twee twete drütt dree veer fief söss söven acht negen teihn hunnert dusend
      vele veel mehr minner weniger männigeen mennig all alle allens elk elkeen keen keene nüms nix wat annern anner
      anners sülvst sülven sülve jümmer ümmer nie nienich faken mennigmaal villicht blot ok al noch nu denn so hier
      tosamen torüch rut rin rop dal weg heim to huus buten binnen baven ünnen links rechts water see diek schipp scheep
      perd peer koh koie veeh höhner leven levt doot storven boren freed frieheit recht rechten plicht gesett regeren
      börgermeester polizei welt europa amerika naam namen heet heten nöömt bekannt tohören höört horen höörn egens
      wiel daarüm dorüm daarför dorför darbi dorbi daarmit dormit dorvun dorto daarto dorna daarna vörher later fröher
      freuher hoog deep lang kort wichtig möglich nödig richtig verkehrt heel hele halv gau bannig slecht moi schöön
      sünndag maandag dingsdag middeweken dunnersdag freedag sünnavend harvst fröhjohr sommer winter`,
  },
  {
    iso639_3: 'fry',
    script: 'Latn',
    kin: 'dutch',
    words: `de it en fan yn is in op dat te mei foar de't net by oan út as wie ek om sy hy hja ik do jo wy har syn myn dyn ús
      jim jimme him har harren oer troch nei ûnder tusken tsjin sûnder foarby efter neist oant sûnt wylst want mar of
      noch al no dan dêr hjir wêr wat wa wêrom hoe hoefolle wannear dizze dit dy dyjinge sa sok sokke waard waarden wurdt
      wurde wurden wêze west wiene hat hawwe hie hiene hân kin kinne koe koene moat moatte moast moasten sil sille soe
      soene wol wolle woe mei meie mocht giet gean gie gien gong komt komme kaam kamen kommen docht dwaan die dien makket
      meitsje makke jout jaan joech jûn nimt nimme naam nommen sjocht sjen seach sjoen seit sizze sei sein stiet stean
      stie leit lizze lei hâldt hâlde bliuwt bliuwe bleau fynt fine fûn fûnen wit witte wist tinkt tinke tocht leaut leauwe
      wurket wurkje wurk wurke lêst lêze skriuwt skriuwe skreau skreaun praat prate freget freegje antwurd fraach fragen
      iens ien twa trije fjouwer fiif seis sân acht njoggen tsien hûndert tûzen miljoen euro persint jier jierren dei
      dagen hjoed juster moarn jûn nacht oere oeren minút wike wiken moanne moannen tiid man manlju frou froulju bern
      minsken minske minsk lju fryslân frysk fryske friezen fries nederlân nederlânsk hollân ljouwert snits drachten
      boalsert it hearrenfean lân lannen stêd stêden doarp doarpen gemeente gemeenten provinsje oerheid regear minister
      polityk partij ferkiezings wet plysje ûngelok sikehûs dokter sûnens sykte libben dea stoarn libbe hûs huzen auto
      dyk wei wetter waar see boat skip wurd wurden taal talen boek boeken krante nijs wedstriid ploech spilet spile
      spylje punten earste twadde tredde lêste folgjende nij nije âld âlde grut grutte gruttere grutste lyts lytse goed
      goede better bêste min moai heech djip lang koart wichtich mooglik nedich goed ferkeard hiele hiel hielendal
      allinne tegearre werom wer derút deryn op del fuort thús hûs bûten binnen boppe ûnder lofts rjochts mear minder
      folle in soad guon alle allegear elk elkenien gjin nimmen neat wat immen oare oaren oars sels selde altyd nea faak
      faaks miskien allinnich mar krekt al wol net tige frij sawat hast sels foaral bygelyks omdat sadat at oft
      lykwols dochs dêrom dêrnei dêrfoar dêrmei dêrby dêroer skoalle skoallen learlingen learaar ûntwikkeling
      oplossing feroaring bedriuw bedriuwen foarsitter lid leden projekt priis prizen jild sneon snein moandei tiisdei
      woansdei tongersdei freed maitiid simmer hjerst winter jonge jonges famke famkes heit mem broer suster freon
      freonen leafde begjin begûn ein rjocht frijheid wrâld jeropa jeropeesk dútslân ingelân`,
  },
  {
    iso639_3: 'lat',
    script: 'Latn',
    kin: '',
    words: `et in est non ad ut cum quod qui sed si quae ex de sunt hoc ab quam esse nec per aut enim a ac atque etiam eius
      autem ne quid se erat quo me te nos vos ego tu ille illa illud ipse ipsa ipsum is ea id hic haec huius cuius quorum
      quibus eo eum eam eos eas ei eis his suis suum suam sua suo sui mihi tibi sibi nobis vobis meus mea meum tuus tua
      tuum noster nostra nostrum vester omnis omnes omnia omnibus omnium nihil nemo nullus nulla nullum alius alia aliud
      alter multus multa multi multum magnus magna magnum magis maximus maxima parvus bonus bona bonum melior malus novus
      nova novum primus prima primum secundus tertius unus una unum duo tres quattuor quinque sex septem octo novem
      decem centum mille annus anni anno annis annos dies die diem diebus tempus tempore temporis tempora nunc tum tunc
      semper numquam saepe iam adhuc postea antea deinde inde hinc ibi ubi unde quando quomodo cur quare quia quoniam nam
      igitur ergo itaque tamen vero quoque quidem neque vel sive seu an num utrum dum donec postquam antequam sicut velut
      tamquam quasi sic ita tam tantum solum modo inter intra extra contra circa circum propter ob post ante apud super
      supra sub sine pro trans usque prope erant fuit fuerunt fuerat fuisse sit sint esset essent erit erunt eram eras
      esto habet habent habere habuit potest possunt posse potuit possit poterat facit facere fecit factum factus
      facta fit fieri dicit dicere dixit dicitur dictum dicunt vocatur appellatur nomen nomine nominatur dat dare dedit
      datum venit venire vidit videre videtur scit scire vult velle voluit debet debent vivere vivit vita vitae vitam
      mors mortis mortem mortuus natus nata homo hominis homines hominum hominibus vir viri mulier femina filius filii
      filia pater patris mater matris frater soror puer puella rex regis regem regina regnum imperator imperium populus
      populi populum roma romae romanus romani romanorum romana latina latine lingua linguae italia graeci graeca
      urbs urbis urbem urbe civitas civitatis civitatum patria terra terrae terram terris mare maris caelum sol luna
      aqua ignis via viae domus domum locus loci loco pars partis partem partes res rei rem rebus rerum publica publicae
      bellum belli bello pax pacis pacem lex legis leges ius iuris iura iustitia libertas libertatis dignitas
      natura naturae corpus corporis anima animus animi animo manus manu oculus caput cor deus dei deo deum dominus
      domini domino christus iesus ecclesia sanctus sancti spiritus fides gratia amor amoris virtus veritas verbum verba
      verbis liber libri libro opus operis opera scriptum scripsit causa genus generis numerus numero modus modo
      unusquisque quisque quis quisquam aliquis aliquid quilibet quicumque ceteri reliqui plures plurimi pauci summus
      proximus ultimus inferior superior hodie heri cras iterum rursus forte fortasse valde satis nimis bene male vix
      praeter secundum adversus erga praesertim scilicet videlicet status universitas ordo orbis mundi mundus saeculo
      saeculi septentrionalis orientalis occidentalis meridionalis incolae caput flumen mons insula provincia`,
  },
  {
    iso639_3: 'ydd',
    script: 'Hebr',
    kin: '',
    words: `די און פון אין איז דער צו א אַ אז אַז דאס דאָס האט האָט מיט אויף ניט נישט ער זיי זיך פאר פאַר מען וואס וואָס
      דעם אויך ווי אבער אָבער מיר איך דו איר זי עס אים אונז אונדז זייער זיין זײַן זײן זיינע זײַנע אירע מיין מײַן דיין
      אונדזער אייער האבן האָבן זענען זיינען זײַנען זײנען געווען געװען איז זײ װאָס װי װעט װען װעלן װאו װאס װעלכע װער װערן װערט פֿון
      פֿאַר פֿיל פֿאָרווערטס אױף אױך אױב אױס ווען ווער וועט וועלן וועלכע וועלכער ווערן ווערט וואו וווּ וואוהין פארוואס פאַרוואָס
      ווייל אויב כאטש כאָטש אדער אָדער סיי נאר נאָר נאך נאָך שוין איצט היינט הײַנט הײנט נעכטן מארגן מאָרגן שטענדיק קיינמאל
      קיינמאָל אפשר דא דאָ דארט דאָרט אהין אהער אַהין אַהער אזוי אַזוי אזא אַזאַ דאן דאַן דעריבער דערפאר דערפֿאַר דערנאך
      דערנאָך דורך אונטער איבער צווישן קעגן אן אָן ביי בײַ בײ בײז ביז זינט נאכן נאָכן ביים בײַם צום פונעם אינעם פונם
      קען קענען קאן קאָן קאָנען קאנען מוז מוזן דארף דאַרף דאַרפֿן דארפן זאל זאָל זאָלן זאלן וויל ווילן וועל וואלט וואָלט
      וואלטן מעג מאכט מאַכט מאכן מאַכן געמאכט געמאַכט גיט געבן געגעבן נעמען נעמט גענומען קומט קומען געקומען גייט גיין
      געגאנגען געגאַנגען זאגט זאָגט זאגן זאָגן געזאגט געזאָגט זעט זען געזען שטייט שטיין ווייסט ווייס וויסן טוט טאן טאָן
      געטאן געטאָן לעבן לעבט געלעבט ארבעט אַרבעט ארבעטן שרייבט שרייבן שרײַבן געשריבן לייענען רעדט רעדן גערעדט הייסט
      איין איינער איינע איינס צוויי דריי דרײַ פיר פֿיר פינף פֿינף זעקס זיבן אכט אַכט ניין צען הונדערט טויזנט מיליאן מיליאָן
      פראצענט יאר יאָר יארן יאָרן טאג טאָג טעג וואך וואָך וואכן חודש חדשים צייט צײַט מאל מאָל שעה מאן מאַן מענער פרוי פֿרוי
      פרויען קינד קינדער מענטש מענטשן מענטשלעכער לייט לײַט ייד ײד יידן ײדן ייִדן יידיש ײדיש ייִדיש ייִדישע יידישע יידישער לאנד
      לאַנד לענדער שטאט שטאָט שטעט שטעטל רעגירונג פרעזידענט מיניסטער מדינה מלוכה וועלט װעלט פאלק פאָלק פֿאָלק רעכט גרויס גרויסע
      גרויסער קליין קליינע גוט גוטע גוטער בעסער נייע נײַע נייער אלט אַלט אלטע ערשטע ערשטער צווייטע צווייטער לעצטע אנדערע
      אַנדערע אנדער אַנדער אלע אַלע אלץ אַלץ יעדער יעדע יעדן יעדערער קיין קײן קיינער גארנישט גאָרנישט עפעס עפּעס עמעצער אסך
      אַסך סך ביסל מער ווייניקער גאנצע גאַנצע גאנץ גאַנץ אליין אַליין צוזאמען צוזאַמען צוריק ארויס אַרויס אריין אַרײַן ארויף
      היים הויז שול בוך ביכער ווארט וואָרט ווערטער שפראך שפּראַך צייטונג נייעס פאמיליע משפחה מאמע מאַמע טאטע טאַטע ברודער
      שוועסטער חבר פריינד מלחמה שלום פרייהייט פֿרײַהייט גלייכע דירעקטאר דירעקטאָר געזעלשאפט געזעלשאַפֿט פירמע`,
  },
  {
    iso639_3: 'lad',
    script: 'Hebr',
    kin: '',
    words: `די לה אי אין קי איל אה לוס לאס נו קון פור סי אס סו אונה און פארה מי מאס דיל סוס אל לו לי ייא קומו אסטה אסטי איסטה
      איסטי איסטו אסטו טודו טודוס טודה טודאס אירה פואי פואיס סון טייני טיינין טיניאה טיניא אביאה אויו איגו דישו דיזי דיזין דיזיאה אזיר
      אזי איזו פאזיר פואידי פואידין פודיאה קירי קיריאה סאבי סאביר ויני ויניר וינו בה באן איר אנדאר דאר דיו מונגו מונגה
      מוי מונגו מונגוס מונגאס פוקו פוקוס אוטרו אוטרה אוטרוס אוטראס אונו דוס טריס קואטרו סינקו סייטי אוגו נואיבי דייז סיינטו
      מיל אנייו אנייוס דיאה דיאס טיימפו אורה אומברי אומבריס מוז'יר מוזיר מוזיריס אייזו אייזוס איזו איזוס איזה פאדרי מאדרי אירמאנו אירמאנה
      ג'ודיו ג'ודיוס גודיו גודיוס ג'ודיאו לאדינו ספרדי ספרדיס איספאניה טורקיה סאלוניקו סאלוניק איזמיר קאזה קאזאס סיבדאד
      סיבדאדיס מונדו טיירה אגואה ב'ידה וידה מואירטי גראנדי גראנדיס ג'יקו גיקו בואינו בואינה בואינוס ביין מאל נואיבו נואיבה
      ב'ייז'ו וייזו פרימירו פרימירה סיגונדו אולטימו סיימפרי נונקה אגורה אויי אייר מאנייאנה אאי אקי אלייא אנדי קואנדו
      קין קי קואל קואלו פורקי פוראוי מה אמה סינו סין אנטיס דיספואיס אסטה אינטרי סוברי דיביין קונטרה ייו טו איל אילייה
      איליוס אילייוס נוזוטרוס נוס בוזוטרוס בוס מיאו מיאה טויו סויו סויה נואיסטרו נואיסטרה נואיסטרוס סולו סולאמינטי טאמביין
      טאנביין אנסי אנסינה טאן טאנטו קאדה אלגונו אלגונה אלגונוס נינגונו נאדה נאדיי פאלאבראה פאלאברה פאלאבראס ליבירו ליברו לינגואה
      ליי לייס דיריגו דיריג'ו אלמה קוראסון נומברי מאנו אוז'וס פואיבלו גירה פאס ריי דייו דיו`,
  },
]
