"""A language in, some sentences of it out: what a voice reads once so that its loudness is known.

Plain prose of a few sounds each, as articles have it. In a language that has none here a voice reads numbers, which are words in
any language; their digits alone are a little quieter than prose.
"""

from collections.abc import Mapping

VERSION = 1
"""Part of the name under which a measurement is kept."""
NUMBERS_LU = 0.9
"""So much quieter than prose the numbers are, in the mean over the languages below."""

NUMBERS = (
    "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12.",
    "1984, 2600, 375, 1492, 730, 2048.",
    "13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50.",
    "3500000, 47, 89, 760, 123456, 981.",
)
PROSE: Mapping[str, tuple[str, ...]] = {
    "cs": (
        "Starý mlýn stojí na kraji vesnice a každé ráno z něj voní čerstvý chléb.",
        "Mlynářka vstává ve čtyři hodiny, zapálí pec a nechá těsto odpočívat na dlouhém dřevěném stole.",
        "Děti ze sousedství přicházejí před školou a odnášejí domů teplé bochníky zabalené do plátna.",
        "Když prší, sedí všichni pod střechou, povídají si o počasí a čekají, až se obloha znovu rozjasní.",
    ),
    "da": (
        "Den gamle mølle står i udkanten af landsbyen, og hver morgen dufter der af friskbagt brød.",
        "Mølleren står op klokken fire, tænder op i ovnen og lader dejen hvile på det lange bord.",
        "Børnene fra gaden kommer forbi før skole og bærer de varme brød hjem i et klæde.",
        "Når det regner, sidder alle under taget, taler om vejret og venter på, at himlen bliver klar igen.",
    ),
    "de": (
        "Am Rand des Dorfes steht eine alte Mühle, und jeden Morgen riecht es dort nach frischem Brot.",
        "Die Müllerin steht um vier Uhr auf, heizt den Ofen an und lässt den Teig auf dem langen Holztisch ruhen.",
        "Vor der Schule kommen die Kinder aus der Nachbarschaft vorbei und tragen die warmen Laibe in Tücher gewickelt nach Hause.",
        "Wenn es regnet, sitzen alle unter dem Dach, reden über das Wetter und warten, bis der Himmel wieder hell wird.",
    ),
    "el": (
        "Στην άκρη του χωριού υπάρχει ένας παλιός μύλος, και κάθε πρωί μυρίζει φρέσκο ψωμί.",
        "Η μυλωνού σηκώνεται στις τέσσερις, ανάβει τον φούρνο και αφήνει το ζυμάρι να ξεκουραστεί στο μακρύ τραπέζι.",
        "Τα παιδιά της γειτονιάς περνούν πριν από το σχολείο και παίρνουν τα ζεστά καρβέλια στο σπίτι.",
        "Όταν βρέχει, όλοι κάθονται κάτω από τη στέγη, μιλούν για τον καιρό και περιμένουν να ανοίξει ο ουρανός.",
    ),
    "en": (
        "At the edge of the village stands an old mill, and every morning it smells of fresh bread.",
        "The miller gets up at four o'clock, lights the oven and leaves the dough to rest on the long wooden table.",
        "Children from the neighbourhood come by before school and carry the warm loaves home, wrapped in cloth.",
        "When it rains, everybody sits below the roof, talks about the weather and waits until the sky turns bright again.",
    ),
    "es": (
        "En las afueras del pueblo hay un molino viejo, y cada mañana huele a pan recién hecho.",
        "La molinera se levanta a las cuatro, enciende el horno y deja reposar la masa sobre la larga mesa de madera.",
        "Los niños del barrio pasan antes de ir a la escuela y llevan a casa los panes calientes envueltos en un paño.",
        "Cuando llueve, todos se sientan bajo el tejado, hablan del tiempo y esperan a que el cielo vuelva a aclararse.",
    ),
    "fi": (
        "Kylän laidalla seisoo vanha mylly, ja joka aamu siellä tuoksuu tuore leipä.",
        "Mylläri nousee kello neljä, sytyttää uunin ja jättää taikinan lepäämään pitkälle puupöydälle.",
        "Naapuruston lapset tulevat ennen koulua ja kantavat lämpimät leivät kotiin liinaan käärittyinä.",
        "Kun sataa, kaikki istuvat katon alla, puhuvat säästä ja odottavat, että taivas kirkastuu taas.",
    ),
    "fr": (
        "Au bord du village se dresse un vieux moulin, et chaque matin on y sent le pain frais.",
        "La meunière se lève à quatre heures, allume le four et laisse reposer la pâte sur la longue table de bois.",
        "Les enfants du voisinage passent avant l'école et rapportent à la maison les pains encore chauds, enveloppés dans un linge.",
        "Quand il pleut, tout le monde s'assoit sous le toit, parle du temps et attend que le ciel redevienne clair.",
    ),
    "hu": (
        "A falu szélén egy régi malom áll, és minden reggel friss kenyér illata száll belőle.",
        "A molnár négy órakor kel, begyújt a kemencébe, és a tésztát a hosszú faasztalon hagyja pihenni.",
        "A szomszéd gyerekek iskola előtt jönnek, és kendőbe csavarva viszik haza a meleg cipókat.",
        "Ha esik az eső, mindenki a tető alatt ül, az időről beszél, és várja, hogy újra kiderüljön az ég.",
    ),
    "it": (
        "Ai margini del paese c'è un vecchio mulino, e ogni mattina si sente il profumo del pane fresco.",
        "La mugnaia si alza alle quattro, accende il forno e lascia riposare l'impasto sul lungo tavolo di legno.",
        "I bambini del vicinato passano prima della scuola e portano a casa le pagnotte calde avvolte in un panno.",
        "Quando piove, tutti si siedono sotto il tetto, parlano del tempo e aspettano che il cielo torni sereno.",
    ),
    "nb": (
        "I utkanten av bygda står en gammel mølle, og hver morgen lukter det ferskt brød.",
        "Mølleren står opp klokken fire, fyrer i ovnen og lar deigen hvile på det lange trebordet.",
        "Barna i nabolaget kommer innom før skolen og bærer de varme brødene hjem i et klede.",
        "Når det regner, sitter alle under taket, snakker om været og venter på at himmelen skal bli lys igjen.",
    ),
    "nl": (
        "Aan de rand van het dorp staat een oude molen, en elke ochtend ruikt het er naar vers brood.",
        "De molenaar staat om vier uur op, steekt de oven aan en laat het deeg rusten op de lange houten tafel.",
        "De kinderen uit de buurt komen voor school langs en dragen de warme broden in een doek naar huis.",
        "Als het regent, zit iedereen onder het dak, praat over het weer en wacht tot de lucht weer helder wordt.",
    ),
    "pl": (
        "Na skraju wsi stoi stary młyn i każdego ranka pachnie tam świeżym chlebem.",
        "Młynarka wstaje o czwartej, rozpala piec i zostawia ciasto na długim drewnianym stole.",
        "Dzieci z sąsiedztwa przychodzą przed szkołą i niosą do domu ciepłe bochenki zawinięte w płótno.",
        "Kiedy pada deszcz, wszyscy siedzą pod dachem, rozmawiają o pogodzie i czekają, aż niebo znów się rozjaśni.",
    ),
    "pt": (
        "À beira da aldeia há um moinho velho, e todas as manhãs cheira a pão fresco.",
        "A moleira levanta-se às quatro horas, acende o forno e deixa a massa descansar sobre a longa mesa de madeira.",
        "As crianças da vizinhança passam antes da escola e levam para casa os pães quentes embrulhados num pano.",
        "Quando chove, todos se sentam debaixo do telhado, falam do tempo e esperam que o céu volte a clarear.",
    ),
    "ro": (
        "La marginea satului se află o moară veche, și în fiecare dimineață miroase a pâine proaspătă.",
        "Morărița se trezește la ora patru, aprinde cuptorul și lasă aluatul să se odihnească pe masa lungă de lemn.",
        "Copiii din vecini trec înainte de școală și duc acasă pâinile calde învelite într-o pânză.",
        "Când plouă, toți stau sub acoperiș, vorbesc despre vreme și așteaptă ca cerul să se lumineze din nou.",
    ),
    "ru": (
        "На краю деревни стоит старая мельница, и каждое утро там пахнет свежим хлебом.",
        "Мельничиха встаёт в четыре часа, топит печь и оставляет тесто отдыхать на длинном деревянном столе.",
        "Соседские дети заходят перед школой и уносят домой тёплые буханки, завёрнутые в полотно.",
        "Когда идёт дождь, все сидят под крышей, говорят о погоде и ждут, когда небо снова прояснится.",
    ),
    "sv": (
        "I utkanten av byn står en gammal kvarn, och varje morgon doftar det av nybakat bröd.",
        "Mjölnaren stiger upp klockan fyra, tänder ugnen och låter degen vila på det långa träbordet.",
        "Barnen i grannskapet kommer förbi före skolan och bär hem de varma bröden i en duk.",
        "När det regnar sitter alla under taket, talar om vädret och väntar på att himlen ska ljusna igen.",
    ),
    "tr": (
        "Köyün kenarında eski bir değirmen durur ve her sabah orada taze ekmek kokar.",
        "Değirmenci saat dörtte kalkar, fırını yakar ve hamuru uzun tahta masanın üzerinde dinlenmeye bırakır.",
        "Mahallenin çocukları okuldan önce uğrar ve beze sarılmış sıcak ekmekleri eve götürür.",
        "Yağmur yağınca herkes çatının altında oturur, havadan konuşur ve göğün yeniden açılmasını bekler.",
    ),
    "uk": (
        "На краю села стоїть старий млин, і щоранку там пахне свіжим хлібом.",
        "Мельничка встає о четвертій, розпалює піч і залишає тісто відпочивати на довгому дерев'яному столі.",
        "Сусідські діти заходять перед школою і несуть додому теплі буханці, загорнуті в полотно.",
        "Коли йде дощ, усі сидять під дахом, говорять про погоду і чекають, поки небо знову проясниться.",
    ),
}  # fmt: skip


def passage_in(lang: str) -> tuple[str, ...]:
    """Return what a voice of a language (a BCP 47 tag) reads."""
    return PROSE.get(lang.replace("_", "-").partition("-")[0].lower(), NUMBERS)
