/// Words by what they tell of the names beside them; lists of our own, in lower case.
let wordLists: [(trait: WordTraits, words: String)] = [
    (
        .common,
        """
        the a an this that these those it its he she they we i you his her their our my your who what when where why how
        which while whereas if in on at by for from to with without within of off over under after before during since
        until about above across against along among around behind below beneath beside between beyond despite down
        except inside into like near onto opposite out outside past per through throughout toward towards upon via and
        or but nor so yet as because although though unless whether both either neither not no yes also too very more
        most much many some any all each every few several other another others such same own only just even still
        already again once here there now then today yesterday tomorrow recently last next previous first second third
        earlier later meanwhile moreover however therefore thus hence instead otherwise nevertheless nonetheless
        additionally furthermore according following including based given speaking asked commenting citing despite
        is are was were be been being am do does did done has have had having can could may might must shall should will
        would let get got go goes went make made take took see saw say says said come came
        one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
        new old big small good bad great high low long short young early late former current recent local national
        international global federal public private general main major special senior chief deputy top key
        people man men woman women child children family families police officials authorities residents witnesses
        experts analysts scientists researchers doctors workers students teachers troops soldiers forces military
        militants terrorists rebels protesters voters critics supporters opponents others everyone everybody nobody
        nothing something anything someone anyone government state country world city town village region area
        president prime minister mayor governor spokesman spokeswoman coalition opposition parliament congress senate
        court army navy ministry council party union media press news report reports reporters journalists statement
        according video photo photos image watch read listen live breaking exclusive update updates analysis opinion
        editorial comment interview politics economy business sport sports science technology health culture society
        education environment weather travel entertainment lifestyle music film books food security defense defence
        war peace conflict crisis attack attacks airstrike airstrikes terrorism crime violence elections election vote
        sanctions trade talks deal summit meeting visit agreement treaty budget tax taxes oil gas energy climate
        coronavirus pandemic vaccine virus covid outbreak rejected asylum migrants refugees study studies data figures
        prices shares stocks markets investors companies banks sources source asylum seeker prince princess king queen
        thousands hundreds dozens millions half part parts most-wanted best worst highest lowest nearly almost about
        overall finally eventually initially originally apparently reportedly allegedly clearly obviously perhaps maybe
        unfortunately fortunately currently previously subsequently consequently accordingly similarly likewise
        please thank thanks sorry hello dear share subscribe follow click sign related tags topics advertisement
        story stories article page home contact terms privacy cookies copyright rights reserved
        day days week weeks month months year years morning afternoon evening night minutes hours time times
        back left right north south east west northern southern eastern western central middle upper lower
        """
    ),
    (
        .title,
        """
        mr mrs ms miss mx dr prof professor sir lord lady dame president vice-president prime minister premier chancellor
        king queen prince princess emperor sultan sheikh emir pope bishop archbishop cardinal patriarch rabbi imam
        ayatollah reverend rev father sen senator rep representative congressman congresswoman gov governor mayor
        ambassador envoy secretary gen general lt lieutenant col colonel maj major capt captain sgt sergeant adm admiral
        brig brigadier marshal commander cmdr officer judge justice attorney prosecutor spokesman spokeswoman
        spokesperson chairman chairwoman chairperson chief director ceo cfo founder boss coach manager striker midfielder
        goalkeeper defender actor actress singer author writer director journalist reporter analyst economist historian
        scientist lawyer activist politician lawmaker deputy mp mep councillor leader candidate
        herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin bundespräsident ministerpräsident
        außenminister außenministerin innenminister verteidigungsminister finanzminister regierungschef sprecher
        sprecherin président présidente ministre mme m monsieur madame señor señora presidente presidenta ministro
        ministra canciller signor signora primo sr sra президент министр премьер-министр глава канцлер депутат
        """
    ),
    (
        .abbreviation,
        "mr mrs ms dr prof rev sen rep gov gen lt col maj capt sgt adm brig cmdr st mt no jr sr inc ltd co corp"
    ),
    (
        .organization,
        """
        ministry department army navy force forces party university college school academy institute inc corp corporation
        ltd llc plc gmbh co company group bank agency council fc committee commission court police bureau office
        organization organisation federation association union alliance coalition front movement parliament senate
        congress assembly cabinet treasury board authority administration service services command corps brigade guard
        guards division regiment battalion squadron foundation fund trust institution centre center museum hospital
        church club league team united airlines airways motors holdings industries partners systems technologies
        laboratories pharmaceuticals times post news tribune herald journal gazette guardian telegraph broadcasting
        network television radio press media watch observatory society chamber exchange secretariat directorate
        inspectorate conference syndicate cartel brotherhood militia legion fleet embassy consulate
        """
    ),
    (
        .place,
        """
        river lake sea ocean gulf bay strait channel island islands peninsula mountain mountains mount valley desert
        city town village province county district region state republic kingdom emirate prefecture governorate oblast
        airport bridge street avenue road square park hills heights coast cape delta basin plateau canyon canal port
        territory plains falls springs beach forest
        """
    ),
    (.beforePlace, "in near outside inside across throughout around toward towards"),
    (
        .afterPlace,
        """
        river lake area region province city town village district border airport governorate neighborhood neighbourhood
        suburb island valley mountains peninsula coast port
        """
    ),
    (
        .afterOrganization,
        """
        fighters militants terrorists gunmen insurgents members spokesman spokeswoman shares stock employees officials
        executives stronghold positions commander commanders supporters
        """
    ),
    (
        .afterPerson,
        """
        said says told added noted warned stressed explained tweeted wrote argued insisted recalled admitted claimed
        replied commented continued stated who
        """
    ),
    (
        .firstName,
        """
        aaron adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alexei alexey ali alice amanda amir
        amy ana anatoly anders andre andrea andreas andrei andrew andrey andy angela anita ann anna anne anthony antonio
        antony arthur ashraf barack barbara bashar ben benjamin bernard bernie bill bob boris brad brian bruce carl carlos
        carol caroline catherine charles chris christian christina christine christopher claire clara colin craig daniel
        david dean deborah denis dennis diana diego dmitri dmitry dominic donald donna doug douglas dylan ed edward elena
        elias elizabeth ellen emily emma emmanuel eric erik ernest eva evgeny fatima felix fernando francesca francis
        franck francois françois frank frederick gary george gerald gerard gerhard giorgio giuseppe gordon graham greg
        gregory guy hans harold harry hassan heather heiko helen helmut henri henry herbert hillary hugo hussein ian ibrahim
        igor ilya irina isaac isabel ivan jack jacob jacques james jamal jan jane janet jason javier jay jean jeff jeffrey
        jennifer jeremy jerry jessica jim jimmy joan joe joel johan johannes john johnny jonathan jordan jorge jose josé
        josef joseph joshua juan judith julia julian julie jürgen justin karen karim karl kate katherine kathleen keith ken
        kenneth kevin khaled kim konstantin kurt larry laura lars leo leonid linda lisa louis louise lucas lucy luis lukas
        luke maggie mahmoud manuel marc marco marcus margaret maria marie marina mario mark markus martha martin mary mathias
        matt matteo matthew maxim megan mehdi mehmet melissa michael michel michelle miguel mikhail mike mohammad mohammed
        mohamed monica mustafa nadia nancy natalia natalie nathan nicholas nick nicola nicolas nicole nigel nikita nikolai
        nina noah nora oleg olga oliver omar oscar otto pablo pamela patricia patrick paul paula pavel pedro peter philip
        philippe pierre rachel rafael ralph randy raymond rebecca recep ricardo richard rick rita robert roberto robin roger
        roland roman ron ronald rosa ross roy russell ruth ryan saddam salman sam samantha samuel sandra sara sarah scott
        sean sebastian serge sergei sergey sharon sheila silvio simon sofia sophie stefan stephanie stephen steve steven
        stuart susan sven svetlana tamara tariq tatiana ted teresa theresa thomas tim timothy tina tobias todd tom tomas tony
        ursula valentina valeria vera veronica victor victoria viktor vincent vladimir volodymyr walter wayne wendy werner
        william winston wolfgang xavier yevgeny yulia yuri yusuf zachary zoe
        """
    ),
    (
        .demonym,
        """
        afghan albanian algerian american angolan arab arabic argentine argentinian armenian asian african australian
        austrian azerbaijani bahraini bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese
        cambodian cameroonian canadian catalan chechen chilean chinese christian colombian congolese croatian cuban
        cypriot czech danish dutch ecuadorian egyptian emirati english estonian ethiopian european finnish french georgian
        german ghanaian greek hebrew hindu hungarian icelandic indian indonesian iranian iraqi irish islamic israeli
        italian japanese jewish jordanian kazakh kenyan korean kurdish kuwaiti kyrgyz latin latvian lebanese liberian
        libyan lithuanian macedonian malaysian maltese mexican moldovan mongolian moroccan muslim nepalese nigerian
        norwegian omani pakistani palestinian persian peruvian philippine polish portuguese qatari romanian russian rwandan
        saudi scottish serbian shia shiite singaporean slovak slovenian somali soviet spanish sudanese sunni swedish swiss
        syrian taiwanese tajik thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan
        vietnamese welsh western yemeni zimbabwean americans russians germans chinese britons iraqis iranians israelis
        palestinians syrians turks kurds ukrainians europeans muslims christians jews arabs democrats republicans
        democratic republican
        """
    ),
    (
        .calendar,
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan
        thanksgiving gmt utc bst edt est cet am pm
        """
    ),
    (.particle, "van von de del della der den di da dos du la le el al bin ibn ben ter ten y und"),
    (
        .nameAdjective,
        """
        national new north south east west northern southern eastern western central international federal public general
        great supreme royal first free
        """
    ),
    (.joint, "of for and the"),
    (
        .clause,
        """
        i me you him us them it we they she my your his her our their its who what why how when where is are was were be
        been am has have had do does did will would can could should must may might let lets get gets got go goes going
        went gone come comes came coming make makes made take takes took see sees saw seen say says said tell tells told
        think thinks thought know knows knew need needs want wants wanted love loves hate hates like likes keep keeps
        stop stops give gives gave find finds found feel feels felt look looks seem seems become becomes became help
        helps bring brings brought leave leaves left put puts ask asks asked try tries tried call calls called not never
        """
    ),
    (.companyForm, "inc corp corporation ltd llc plc gmbh ag sa nv oyj ab spa co limited"),
    (
        .placeNoun,
        "town city village province region district outskirts capital suburb port island north south east west"
    ),
]
