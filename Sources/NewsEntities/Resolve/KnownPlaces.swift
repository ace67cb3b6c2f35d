/// Places: one entry a place, its names divided by |.
let knownPlaces = """
    Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia; Austria; Azerbaijan
    Bahamas|The Bahamas; Bahrain; Bangladesh; Barbados; Belarus|Byelorussia; Belgium; Belize; Benin; Bhutan; Bolivia
    Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|BiH; Botswana; Brazil; Brunei|Brunei Darussalam; Bulgaria; Burkina Faso
    Burundi; Cambodia|Kampuchea; Cameroon; Canada; Cape Verde|Cabo Verde; Central African Republic|CAR; Chad; Chile
    China|PRC|People's Republic of China|P.R.C.; Colombia; Comoros
    Democratic Republic of the Congo|DRC|DR Congo|Congo-Kinshasa|Democratic Republic of Congo|Zaire; Congo|Republic of the Congo
    Costa Rica; Croatia; Cuba; Cyprus; Czech Republic|Czechia|The Czech Republic; Denmark; Djibouti; Dominica
    Dominican Republic; East Timor|Timor-Leste; Ecuador; Egypt|Arab Republic of Egypt; El Salvador; Equatorial Guinea; Eritrea
    Estonia; Eswatini|Swaziland; Ethiopia; Fiji; Finland; France|French Republic; Gabon; Gambia|The Gambia; Georgia
    Germany|Federal Republic of Germany|FRG; Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras
    Hungary; Iceland; India; Indonesia; Iran|Islamic Republic of Iran; Iraq; Ireland|Republic of Ireland; Israel; Italy
    Ivory Coast|Côte d'Ivoire|Cote d'Ivoire; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati; Kosovo; Kuwait
    Kyrgyzstan|Kyrgyz Republic|Kirghizia; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg
    Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius; Mexico; Micronesia; Moldova
    Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar|Burma; Namibia; Nauru; Nepal; Netherlands|The Netherlands|Holland
    New Zealand|NZ|N.Z.; Nicaragua; Niger; Nigeria
    North Korea|DPRK|D.P.R.K.|Democratic People's Republic of Korea; North Macedonia|FYROM; Norway; Oman; Pakistan
    Palau; Palestine|State of Palestine|Palestinian territories; Panama; Papua New Guinea|PNG; Paraguay; Peru
    Philippines|The Philippines; Poland; Portugal; Qatar; Romania|Rumania; Russia|Russian Federation; Rwanda; Samoa; San Marino
    Saudi Arabia|KSA|Kingdom of Saudi Arabia; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia
    Solomon Islands; Somalia; South Africa|RSA; South Korea|Republic of Korea|ROK|S. Korea; South Sudan; Spain; Sri Lanka|Ceylon
    Sudan; Suriname; Sweden; Switzerland; Syria|Syrian Arab Republic; Taiwan|Republic of China|Chinese Taipei; Tajikistan
    Tanzania; Thailand|Siam; Togo; Tonga; Trinidad and Tobago; Tunisia; Turkey|Türkiye; Turkmenistan; Tuvalu; Uganda
    Ukraine|The Ukraine; United Arab Emirates|UAE|U.A.E.|Emirates
    United Kingdom|UK|U.K.|Great Britain|Britain|GB|United Kingdom of Great Britain and Northern Ireland
    United States|United States of America|US|U.S.|USA|U.S.A.|America|U.S.A; Uruguay; Uzbekistan; Vanuatu
    Vatican|Vatican City|Holy See; Venezuela; Vietnam|Viet Nam; Yemen; Zambia; Zimbabwe|Rhodesia
    Soviet Union|USSR|U.S.S.R.|Union of Soviet Socialist Republics; Yugoslavia|Federal Republic of Yugoslavia; Czechoslovakia
    East Germany|GDR|German Democratic Republic|DDR; West Germany; England; Scotland; Wales; Northern Ireland; Hong Kong|HK; Macau|Macao
    Greenland; Puerto Rico; Guam; Bermuda; Gibraltar; Crimea; Kurdistan|Iraqi Kurdistan; Chechnya; Dagestan
    Nagorno-Karabakh|Artsakh; Abkhazia; South Ossetia; Transnistria|Transdniestria; Gaza|Gaza Strip|Gaza City; West Bank
    Golan Heights|Golan; Catalonia|Catalunya; Basque Country; Bavaria; Kashmir|Jammu and Kashmir; Tibet; Xinjiang; Donbas|Donbass
    Darfur; Western Sahara; Somaliland; Siberia; Europe; Asia; Africa; Oceania; Antarctica; Arctic
    Middle East|Mideast|Near East; Latin America; North America; South America; Central America; Southeast Asia; Central Asia
    Eastern Europe; Western Europe; Balkans|The Balkans; Caucasus; Scandinavia; Euphrates|Euphrates River; Tigris|Tigris River
    Danube|Danube River; Rhine|Rhine River; Volga|Volga River; Nile|Nile River; Amazon River; Thames|River Thames
    Persian Gulf|Arabian Gulf; Gulf of Aden; Gulf of Mexico; Strait of Hormuz; Mediterranean|Mediterranean Sea; Black Sea
    Red Sea; Baltic Sea; North Sea; Caspian Sea; Aegean Sea|Aegean; Adriatic Sea|Adriatic; South China Sea; East China Sea
    Sea of Japan; Atlantic|Atlantic Ocean; Pacific|Pacific Ocean; Indian Ocean; Arctic Ocean; Caribbean|Caribbean Sea
    California|Calif.; Texas; Florida|Fla.; Massachusetts|Mass.; Pennsylvania|Pa.; Connecticut|Conn.; Virginia|Va.; Michigan|Mich.
    New Jersey|N.J.; New Mexico|N.M.; North Carolina|N.C.; South Carolina|S.C.; North Dakota|N.D.; South Dakota|S.D.
    New Hampshire|N.H.; Rhode Island|R.I.; West Virginia|W.Va.; New York|New York City|NYC|N.Y.; Los Angeles|LA|L.A.
    Washington|Washington DC|Washington D.C.|Washington, D.C.|D.C.|District of Columbia; San Francisco; Chicago; Boston; Miami
    Abuja; Addis Ababa; Aleppo; Amsterdam; Ankara; Athens; Baghdad; Baku; Bangkok; Barcelona; Beijing|Peking; Beirut; Belgrade
    Berlin; Bogotá|Bogota; Brasília|Brasilia; Bratislava; Brussels; Bucharest; Budapest; Buenos Aires; Cairo; Calcutta|Kolkata
    Canberra; Caracas; Chennai|Madras; Copenhagen; Damascus; Deir ez-Zor|Deir Ezzor|Deir al-Zour|Dayr az-Zawr|Deir ez Zor
    New Delhi|Delhi; Dhaka|Dacca; Doha; Donetsk; Dubai; Abu Dhabi; Dublin; Frankfurt|Frankfurt am Main; Geneva; Guangzhou|Canton
    Hamburg; Hanoi; Havana; Helsinki; Ho Chi Minh City|Saigon; Idlib; Islamabad; Istanbul|Constantinople; Jakarta; Jerusalem
    Johannesburg; Kabul; Kandahar; Kharkiv|Kharkov; Khartoum; Kyiv|Kiev; Kirkuk; Kuala Lumpur; Lagos; Lahore; Lima; Lisbon; London
    Luhansk|Lugansk; Lviv|Lvov; Madrid; Manila; Mariupol; Mecca|Makkah; Medina; Melbourne; Mexico City; Milan; Minsk; Mogadishu
    Montreal|Montréal; Moscow; Mosul; Mumbai|Bombay; Munich; Nairobi; Odesa|Odessa; Oslo; Ottawa; Palmyra; Paris; Phnom Penh
    Prague; Pyongyang; Quito; Ramallah; Raqqa|Raqqah; Riga; Rio de Janeiro|Rio; Riyadh; Rome; Saint Petersburg|St. Petersburg|St Petersburg|Leningrad
    Sanaa|Sana'a; São Paulo|Sao Paulo; Sarajevo; Seoul; Shanghai; Sofia; Stockholm; Strasbourg; Sydney
    Tallinn; Tashkent; Tbilisi; Tehran|Teheran; Tel Aviv; Tokyo; Toronto; Tripoli; Tunis; Vienna; Vilnius; Vladivostok; Volgograd
    Warsaw; Wuhan; Yangon|Rangoon; Yerevan; Zagreb; Zurich|Zürich; Guantánamo Bay|Guantanamo Bay|Guantanamo|Gitmo; Chernobyl
    """

/// Countries and the nationalities that are related to them.
let demonyms = """
    Afghanistan:Afghan; Albania:Albanian; Algeria:Algerian; Angola:Angolan; Argentina:Argentine,Argentinian,Argentinean
    Armenia:Armenian; Australia:Australian; Austria:Austrian; Azerbaijan:Azerbaijani,Azeri; Bahrain:Bahraini
    Bangladesh:Bangladeshi; Belarus:Belarusian; Belgium:Belgian; Bolivia:Bolivian; Bosnia and Herzegovina:Bosnian
    Botswana:Botswanan; Brazil:Brazilian; Bulgaria:Bulgarian; Burundi:Burundian; Cambodia:Cambodian; Cameroon:Cameroonian
    Canada:Canadian; Chad:Chadian; Chile:Chilean; China:Chinese; Colombia:Colombian; Costa Rica:Costa Rican; Croatia:Croatian,Croat
    Cuba:Cuban; Cyprus:Cypriot; Czech Republic:Czech; Denmark:Danish,Dane; Dominican Republic:Dominican
    Ecuador:Ecuadorian,Ecuadorean; Egypt:Egyptian; El Salvador:Salvadoran; England:English; Eritrea:Eritrean; Estonia:Estonian
    Ethiopia:Ethiopian; Europe:European; Finland:Finnish,Finn; France:French; Georgia:Georgian; Germany:German; Ghana:Ghanaian
    Greece:Greek; Guatemala:Guatemalan; Haiti:Haitian; Honduras:Honduran; Hungary:Hungarian; Iceland:Icelandic; India:Indian
    Indonesia:Indonesian; Iran:Iranian; Iraq:Iraqi; Ireland:Irish; Israel:Israeli; Italy:Italian; Ivory Coast:Ivorian
    Jamaica:Jamaican; Japan:Japanese; Jordan:Jordanian; Kazakhstan:Kazakh; Kenya:Kenyan; Kosovo:Kosovar; Kuwait:Kuwaiti
    Kyrgyzstan:Kyrgyz; Laos:Laotian; Latvia:Latvian; Lebanon:Lebanese; Liberia:Liberian; Libya:Libyan; Lithuania:Lithuanian
    North Macedonia:Macedonian; Malaysia:Malaysian; Mali:Malian; Malta:Maltese; Mexico:Mexican; Moldova:Moldovan
    Mongolia:Mongolian; Montenegro:Montenegrin; Morocco:Moroccan; Mozambique:Mozambican; Myanmar:Burmese; Namibia:Namibian
    Nepal:Nepalese,Nepali; Netherlands:Dutch; New Zealand:New Zealander; Nicaragua:Nicaraguan; Nigeria:Nigerian
    North Korea:North Korean; Norway:Norwegian; Oman:Omani; Pakistan:Pakistani; Palestine:Palestinian; Panama:Panamanian
    Paraguay:Paraguayan; Peru:Peruvian; Philippines:Philippine,Filipino; Poland:Polish; Portugal:Portuguese; Qatar:Qatari
    Romania:Romanian; Russia:Russian; Rwanda:Rwandan; Saudi Arabia:Saudi,Saudi Arabian; Scotland:Scottish,Scot; Senegal:Senegalese
    Serbia:Serbian,Serb; Singapore:Singaporean; Slovakia:Slovak,Slovakian; Slovenia:Slovenian,Slovene; Somalia:Somali
    South Africa:South African; South Korea:South Korean; Soviet Union:Soviet; Spain:Spanish,Spaniard; Sri Lanka:Sri Lankan
    Sudan:Sudanese; Sweden:Swedish,Swede; Switzerland:Swiss; Syria:Syrian; Taiwan:Taiwanese; Tajikistan:Tajik
    Tanzania:Tanzanian; Thailand:Thai; Togo:Togolese; Tunisia:Tunisian; Turkey:Turkish,Turk; Turkmenistan:Turkmen; Uganda:Ugandan
    Ukraine:Ukrainian; United Arab Emirates:Emirati; United Kingdom:British,Briton; United States:American; Uruguay:Uruguayan
    Uzbekistan:Uzbek; Venezuela:Venezuelan; Vietnam:Vietnamese; Wales:Welsh; Yemen:Yemeni; Zambia:Zambian; Zimbabwe:Zimbabwean
    """
