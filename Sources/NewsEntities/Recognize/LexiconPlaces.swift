import NewsModel

/// Names known beforehand, one thing a line, its names separated by `|`; short lists of our own.
let knownNameLists: [(kind: EntityKind, names: String)] = [
    (
        .place,
        """
        Afghanistan
        Albania
        Algeria
        Angola
        Argentina
        Armenia
        Australia
        Austria
        Azerbaijan
        Bahrain
        Bangladesh
        Belarus
        Belgium
        Bolivia
        Bosnia|Bosnia and Herzegovina
        Botswana
        Brazil
        Bulgaria
        Cambodia
        Cameroon
        Canada
        Chile
        China|PRC
        Colombia
        Congo|DRC
        Costa Rica
        Croatia
        Cuba
        Cyprus
        Czech Republic|Czechia
        Denmark
        Ecuador
        Egypt
        El Salvador
        Eritrea
        Estonia
        Ethiopia
        Finland
        France
        Gabon
        Georgia
        Germany
        Ghana
        Greece
        Guatemala
        Guinea
        Haiti
        Honduras
        Hungary
        Iceland
        India
        Indonesia
        Iran
        Iraq
        Ireland
        Israel
        Italy
        Ivory Coast
        Jamaica
        Japan
        Jordan
        Kazakhstan
        Kenya
        Kosovo
        Kuwait
        Kyrgyzstan
        Laos
        Latvia
        Lebanon
        Liberia
        Libya
        Lithuania
        Luxembourg
        Madagascar
        Malaysia
        Mali
        Malta
        Mexico
        Moldova
        Mongolia
        Montenegro
        Morocco
        Mozambique
        Myanmar
        Namibia
        Nepal
        Netherlands
        New Zealand
        Nicaragua
        Niger
        Nigeria
        North Korea|DPRK
        North Macedonia
        Norway
        Oman
        Pakistan
        Palestine
        Panama
        Paraguay
        Peru
        Philippines
        Poland
        Portugal
        Qatar
        Romania
        Russia|Russian Federation
        Rwanda
        Saudi Arabia|KSA
        Senegal
        Serbia
        Sierra Leone
        Singapore
        Slovakia
        Slovenia
        Somalia
        South Africa
        South Korea
        South Sudan
        Spain
        Sri Lanka
        Sudan
        Sweden
        Switzerland
        Syria
        Taiwan
        Tajikistan
        Tanzania
        Thailand
        Tunisia
        Turkey|Türkiye
        Turkmenistan
        Uganda
        Ukraine
        United Arab Emirates|UAE
        United Kingdom|UK|U.K.|Great Britain|Britain
        United States|United States of America|US|U.S.|USA|U.S.A.|America
        Uruguay
        Uzbekistan
        Venezuela
        Vietnam
        Yemen
        Zambia
        Zimbabwe
        England
        Scotland
        Wales
        Northern Ireland
        Hong Kong
        Crimea
        Kurdistan|Iraqi Kurdistan
        Chechnya
        Gaza|Gaza Strip
        West Bank
        Golan Heights
        Catalonia
        Bavaria
        California
        Texas
        Florida
        Siberia
        Europe
        Asia
        Africa
        Middle East
        Latin America
        North America
        South America
        Antarctica
        Arctic
        Euphrates|Euphrates River
        Tigris|Tigris River
        Persian Gulf
        Mediterranean|Mediterranean Sea
        Black Sea
        Red Sea
        Baltic Sea
        South China Sea
        Atlantic|Atlantic Ocean
        Pacific|Pacific Ocean
        Abuja
        Addis Ababa
        Aleppo
        Amsterdam
        Ankara
        Athens
        Baghdad
        Baku
        Bangkok
        Barcelona
        Beijing
        Beirut
        Belgrade
        Berlin
        Bogota|Bogotá
        Boston
        Brasilia
        Bratislava
        Brussels
        Bucharest
        Budapest
        Buenos Aires
        Cairo
        Canberra
        Caracas
        Chicago
        Copenhagen
        Damascus
        Deir ez-Zor
        Delhi|New Delhi
        Dhaka
        Doha
        Donetsk
        Dubai
        Dublin
        Frankfurt
        Geneva
        Hamburg
        Hanoi
        Havana
        Helsinki
        Idlib
        Islamabad
        Istanbul
        Jakarta
        Jerusalem
        Johannesburg
        Kabul
        Khartoum
        Kiev|Kyiv
        Kirkuk
        Kuala Lumpur
        Lagos
        Lahore
        Lima
        Lisbon
        London
        Los Angeles
        Madrid
        Manila
        Mecca
        Melbourne
        Mexico City
        Miami
        Milan
        Minsk
        Mogadishu
        Montreal
        Moscow
        Mosul
        Mumbai
        Munich
        Nairobi
        New York|New York City
        Oslo
        Ottawa
        Palmyra
        Paris
        Prague
        Pyongyang
        Quito
        Raqqa
        Riga
        Rio de Janeiro
        Riyadh
        Rome
        San Francisco
        Sao Paulo|São Paulo
        Sarajevo
        Seoul
        Shanghai
        Sofia
        St. Petersburg|Saint Petersburg|St Petersburg
        Stockholm
        Strasbourg
        Sydney
        Tallinn
        Tashkent
        Tbilisi
        Tehran
        Tel Aviv
        Tokyo
        Toronto
        Tripoli
        Tunis
        Vatican|Vatican City
        Vienna
        Vilnius
        Vladivostok
        Warsaw
        Washington|Washington DC|Washington D.C.
        Wuhan
        Yerevan
        Zagreb
        Zurich|Zürich
        """
    ),
    (
        .organization,
        """
        United Nations|UN|U.N.
        European Union|EU|E.U.
        NATO|Nato
        OPEC
        UNESCO
        UNICEF
        IMF|International Monetary Fund
        WHO|World Health Organization
        WTO|World Trade Organization
        World Bank
        IAEA
        OSCE
        ASEAN
        African Union
        Arab League
        Red Cross
        Amnesty International
        Human Rights Watch
        Greenpeace
        Interpol|INTERPOL
        Europol
        FBI
        CIA
        NSA
        NASA
        MI5
        MI6
        FSB
        GRU
        Pentagon
        Kremlin
        White House
        State Department
        Downing Street
        Bundestag
        Knesset
        Duma|State Duma
        European Commission
        European Parliament
        Security Council|UN Security Council
        Supreme Court
        Daesh|ISIS|ISIL|Islamic State
        Taliban
        Hezbollah
        Hamas
        Fatah
        al-Qaeda|Al-Qaeda|al-Qaida
        al-Shabaab
        Boko Haram
        Houthis
        BBC
        CNN
        Reuters
        Sputnik
        RT
        TASS
        Xinhua
        Al Jazeera
        Bloomberg
        Google
        Apple
        Microsoft
        Facebook
        Twitter
        Boeing
        Airbus
        Gazprom
        Rosneft
        Huawei
        Samsung
        Tesla
        SpaceX
        Pfizer
        FIFA
        UEFA
        IOC
        NBA
        Real Madrid
        Manchester United
        Chelsea
        Bayern Munich
        Juventus
        """
    ),
    (.other, "Brexit\nNobel Prize\nOlympics|Olympic Games\nWorld Cup\nBitcoin\nCOVID-19|Covid-19"),
]
