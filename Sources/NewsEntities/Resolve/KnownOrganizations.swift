/// Organizations: one entry an organization, its names divided by |.
let knownOrganizations = """
    United Nations|UN|U.N.|United Nations Organization; European Union|EU|E.U.; NATO|North Atlantic Treaty Organization|N.A.T.O.
    OPEC|Organization of the Petroleum Exporting Countries; UNESCO; UNICEF|UN Children's Fund; UNHCR|UN Refugee Agency
    IMF|International Monetary Fund; World Health Organization|WHO|World Health Organisation; WTO|World Trade Organization
    World Bank; IAEA|International Atomic Energy Agency; OSCE|Organization for Security and Co-operation in Europe
    OPCW|Organisation for the Prohibition of Chemical Weapons; OECD; ASEAN|Association of Southeast Asian Nations
    African Union|AU; Arab League|League of Arab States; APEC; BRICS; G7|Group of Seven; G8|Group of Eight; G20|Group of Twenty
    Commonwealth of Independent States|CIS; Eurasian Economic Union|EAEU; Shanghai Cooperation Organization|SCO; NAFTA; Mercosur
    Gulf Cooperation Council|GCC; Council of Europe; European Commission; European Parliament; European Council
    European Central Bank|ECB; European Court of Human Rights|ECHR; International Criminal Court|ICC
    International Court of Justice|ICJ; UN Security Council|U.N. Security Council|United Nations Security Council|UNSC
    UN General Assembly|U.N. General Assembly|UNGA|United Nations General Assembly; Red Cross|International Red Cross
    International Committee of the Red Cross|ICRC; Red Crescent; Amnesty International; Human Rights Watch|HRW; Greenpeace; Oxfam
    Doctors Without Borders|Medecins Sans Frontieres|Médecins Sans Frontières|MSF; Reporters Without Borders|RSF
    Interpol|INTERPOL; Europol; FBI|F.B.I.|Federal Bureau of Investigation; CIA|C.I.A.|Central Intelligence Agency
    NSA|National Security Agency; NASA|National Aeronautics and Space Administration; DEA|Drug Enforcement Administration
    Department of Homeland Security|DHS|Homeland Security; Federal Reserve|Fed|US Federal Reserve|U.S. Federal Reserve
    Securities and Exchange Commission|SEC; Food and Drug Administration|FDA; Environmental Protection Agency|EPA
    Federal Communications Commission|FCC; Federal Aviation Administration|FAA; Internal Revenue Service|IRS
    FEMA|Federal Emergency Management Agency; Centers for Disease Control and Prevention|CDC; ICE; Secret Service|US Secret Service
    White House; Pentagon|US Department of Defense|U.S. Department of Defense|US Defense Department
    State Department|US State Department|U.S. State Department|US Department of State
    Justice Department|US Justice Department|Department of Justice|DOJ; Treasury Department|US Treasury|U.S. Treasury
    Senate|US Senate|U.S. Senate; House of Representatives|US House of Representatives; Congress|US Congress|U.S. Congress
    Supreme Court|US Supreme Court|U.S. Supreme Court; CENTCOM|US Central Command|U.S. Central Command
    US Army|U.S. Army|United States Army; US Navy|U.S. Navy|United States Navy; US Air Force|U.S. Air Force|USAF
    Democratic Party|Democrats; Republican Party|Republicans|GOP; MI5; MI6|Secret Intelligence Service; GCHQ
    Royal Air Force|RAF|UK Royal Air Force|British Royal Air Force; Royal Navy|British Royal Navy; British Army
    House of Commons; House of Lords; Scotland Yard|Metropolitan Police; Downing Street|10 Downing Street
    Labour Party|Labour|UK Labour Party; Conservative Party|Conservatives|Tories|Tory Party; Liberal Democrats|Lib Dems|LibDems
    Scottish National Party|SNP; UKIP|UK Independence Party; Bank of England|BoE; BBC|British Broadcasting Corporation
    Bundestag|German Bundestag; Bundeswehr|German Armed Forces; CDU|Christian Democratic Union; CSU|Christian Social Union
    SPD|Social Democratic Party; AfD|Alternative for Germany|Alternative für Deutschland; National Rally|National Front|Front National
    Kremlin; State Duma|Duma|Russian State Duma; Federation Council; FSB|Federal Security Service|Russian Federal Security Service
    KGB; GRU; SVR; Russian Ministry of Defense|Russian Defense Ministry|Russian Defence Ministry|Russian Ministry of Defence
    Roscosmos; Wagner Group|Wagner; Knesset; Likud; Mossad; Shin Bet; Israel Defense Forces|IDF|Israeli Defense Forces|Israel Defence Forces
    Palestinian Authority|PA|Palestinian National Authority; PLO|Palestine Liberation Organization; Hamas; Fatah
    Islamic Jihad|Palestinian Islamic Jihad|PIJ; Hezbollah|Hizbollah|Hizbullah|Hezbullah
    Daesh|Islamic State|ISIS|ISIL|IS|IS group|Da'esh|Islamic State of Iraq and Syria|Islamic State of Iraq and the Levant|Isis|Isil
    al-Qaeda|Al Qaeda|al-Qaida|al-Qa'ida|al Qaida; Taliban|Taleban; al-Shabaab|Al Shabaab|Shabaab; Boko Haram
    al-Nusra Front|Nusra Front|Jabhat al-Nusra; Hayat Tahrir al-Sham|HTS; Houthis|Ansar Allah|Ansarullah|Houthi movement
    PKK|Kurdistan Workers' Party|Kurdistan Workers Party; YPG|People's Protection Units; Peshmerga; Free Syrian Army|FSA
    White Helmets|Syria Civil Defence; Muslim Brotherhood; IRGC|Islamic Revolutionary Guard Corps|Iranian Revolutionary Guards
    FARC|Revolutionary Armed Forces of Colombia; ETA; IRA|Irish Republican Army; LTTE|Tamil Tigers; ANC|African National Congress
    BJP|Bharatiya Janata Party; AKP|Justice and Development Party; People's Liberation Army|PLA; Communist Party of China|CPC|CCP
    Reuters|Thomson Reuters; Associated Press|AP|The Associated Press; AFP|Agence France-Presse|Agence France Presse
    TASS|ITAR-TASS|Itar-Tass; Xinhua|Xinhua News Agency; Interfax; RIA Novosti|RIA; Sputnik|Sputnik News; RT|Russia Today; CNN; ABC; CBS; NBC
    Fox News; Al Jazeera|Al-Jazeera; Bloomberg|Bloomberg News; New York Times|The New York Times|NYT
    Washington Post|The Washington Post; Wall Street Journal|The Wall Street Journal|WSJ; Financial Times|FT|The Financial Times
    Guardian|The Guardian; Daily Telegraph|The Daily Telegraph|The Telegraph; Daily Mail; Der Spiegel|Spiegel; Le Monde; Le Figaro
    Bild; El País|El Pais; Los Angeles Times|LA Times|L.A. Times; USA Today; Google; Apple|Apple Inc.; Microsoft; Facebook; Twitter; YouTube
    Instagram; WhatsApp; Amazon|Amazon.com; IBM|International Business Machines; Intel; Samsung|Samsung Electronics; Huawei; Sony; Nokia
    Siemens; Boeing|Boeing Co.; Airbus; Lockheed Martin|Lockheed; Raytheon; General Electric|GE; General Motors|GM; Ford Motor|Ford Motor Co.
    Toyota|Toyota Motor; Volkswagen|VW; BMW; Tesla; SpaceX; ExxonMobil|Exxon Mobil|Exxon; Royal Dutch Shell|Shell; BP|British Petroleum
    Gazprom; Rosneft; Lukoil; Saudi Aramco|Aramco; Goldman Sachs; JPMorgan Chase|JPMorgan|J.P. Morgan|JP Morgan; Morgan Stanley
    Deutsche Bank; HSBC; Pfizer; AstraZeneca; Moderna; BioNTech; New York Stock Exchange|NYSE; Nasdaq|NASDAQ; FIFA; UEFA
    IOC|International Olympic Committee; WADA|World Anti-Doping Agency; NBA|National Basketball Association
    NFL|National Football League; NHL|National Hockey League; MLB|Major League Baseball; Real Madrid; Barcelona FC|FC Barcelona|Barça
    Manchester United|Man United|Man Utd; Manchester City|Man City; Chelsea FC; Liverpool FC; Arsenal FC; Bayern Munich|FC Bayern Munich
    Juventus; Paris Saint-Germain|PSG|Paris St Germain|Paris St. Germain; AC Milan; Inter Milan|Internazionale
    """
