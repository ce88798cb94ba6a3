namespace StartupOrchestrator.Server.Features.Imports;

/// <summary>ISO 3166-1 codes and English short names, kept here because a machine need not have culture data.</summary>
internal static class CountryTable
{
    /// <summary>Alpha-2 code and name.</summary>
    public static readonly (string Code, string Name)[] Rows =
    [
        ("AF", "Afghanistan"), ("AL", "Albania"), ("DZ", "Algeria"), ("AD", "Andorra"), ("AO", "Angola"),
        ("AG", "Antigua and Barbuda"), ("AR", "Argentina"), ("AM", "Armenia"), ("AU", "Australia"), ("AT", "Austria"),
        ("AZ", "Azerbaijan"), ("BS", "Bahamas"), ("BH", "Bahrain"), ("BD", "Bangladesh"), ("BB", "Barbados"),
        ("BY", "Belarus"), ("BE", "Belgium"), ("BZ", "Belize"), ("BJ", "Benin"), ("BT", "Bhutan"),
        ("BO", "Bolivia"), ("BA", "Bosnia and Herzegovina"), ("BW", "Botswana"), ("BR", "Brazil"), ("BN", "Brunei"),
        ("BG", "Bulgaria"), ("BF", "Burkina Faso"), ("BI", "Burundi"), ("KH", "Cambodia"), ("CM", "Cameroon"),
        ("CA", "Canada"), ("CV", "Cape Verde"), ("CF", "Central African Republic"), ("TD", "Chad"), ("CL", "Chile"),
        ("CN", "China"), ("CO", "Colombia"), ("KM", "Comoros"), ("CG", "Congo"), ("CD", "Democratic Republic of the Congo"),
        ("CR", "Costa Rica"), ("CI", "Côte d'Ivoire"), ("HR", "Croatia"), ("CU", "Cuba"), ("CY", "Cyprus"),
        ("CZ", "Czechia"), ("DK", "Denmark"), ("DJ", "Djibouti"), ("DM", "Dominica"), ("DO", "Dominican Republic"),
        ("EC", "Ecuador"), ("EG", "Egypt"), ("SV", "El Salvador"), ("GQ", "Equatorial Guinea"), ("ER", "Eritrea"),
        ("EE", "Estonia"), ("SZ", "Eswatini"), ("ET", "Ethiopia"), ("FJ", "Fiji"), ("FI", "Finland"),
        ("FR", "France"), ("GA", "Gabon"), ("GM", "Gambia"), ("GE", "Georgia"), ("DE", "Germany"),
        ("GH", "Ghana"), ("GR", "Greece"), ("GD", "Grenada"), ("GP", "Guadeloupe"), ("GT", "Guatemala"),
        ("GN", "Guinea"), ("GW", "Guinea-Bissau"), ("GY", "Guyana"), ("HT", "Haiti"), ("HN", "Honduras"),
        ("HK", "Hong Kong"), ("HU", "Hungary"), ("IS", "Iceland"), ("IN", "India"), ("ID", "Indonesia"),
        ("IR", "Iran"), ("IQ", "Iraq"), ("IE", "Ireland"), ("IL", "Israel"), ("IT", "Italy"),
        ("JM", "Jamaica"), ("JP", "Japan"), ("JO", "Jordan"), ("KZ", "Kazakhstan"), ("KE", "Kenya"),
        ("KW", "Kuwait"), ("KG", "Kyrgyzstan"), ("LA", "Laos"), ("LV", "Latvia"), ("LB", "Lebanon"),
        ("LS", "Lesotho"), ("LR", "Liberia"), ("LY", "Libya"), ("LI", "Liechtenstein"), ("LT", "Lithuania"),
        ("LU", "Luxembourg"), ("MO", "Macao"), ("MG", "Madagascar"), ("MW", "Malawi"), ("MY", "Malaysia"),
        ("MV", "Maldives"), ("ML", "Mali"), ("MT", "Malta"), ("MQ", "Martinique"), ("MR", "Mauritania"),
        ("MU", "Mauritius"), ("MX", "Mexico"), ("MD", "Moldova"), ("MC", "Monaco"), ("MN", "Mongolia"),
        ("ME", "Montenegro"), ("MA", "Morocco"), ("MZ", "Mozambique"), ("MM", "Myanmar"), ("NA", "Namibia"),
        ("NP", "Nepal"), ("NL", "Netherlands"), ("NZ", "New Zealand"), ("NI", "Nicaragua"), ("NE", "Niger"),
        ("NG", "Nigeria"), ("MK", "North Macedonia"), ("NO", "Norway"), ("OM", "Oman"), ("PK", "Pakistan"),
        ("PS", "Palestinian Territories"), ("PA", "Panama"), ("PG", "Papua New Guinea"), ("PY", "Paraguay"), ("PE", "Peru"),
        ("PH", "Philippines"), ("PL", "Poland"), ("PT", "Portugal"), ("PR", "Puerto Rico"), ("QA", "Qatar"),
        ("RE", "Réunion"), ("RO", "Romania"), ("RU", "Russia"), ("RW", "Rwanda"), ("SM", "San Marino"),
        ("SA", "Saudi Arabia"), ("SN", "Senegal"), ("RS", "Serbia"), ("SC", "Seychelles"), ("SL", "Sierra Leone"),
        ("SG", "Singapore"), ("SK", "Slovakia"), ("SI", "Slovenia"), ("SO", "Somalia"), ("ZA", "South Africa"),
        ("KR", "South Korea"), ("SS", "South Sudan"), ("ES", "Spain"), ("LK", "Sri Lanka"), ("SD", "Sudan"),
        ("SR", "Suriname"), ("SE", "Sweden"), ("CH", "Switzerland"), ("SY", "Syria"), ("TW", "Taiwan"),
        ("TJ", "Tajikistan"), ("TZ", "Tanzania"), ("TH", "Thailand"), ("TL", "Timor-Leste"), ("TG", "Togo"),
        ("TT", "Trinidad and Tobago"), ("TN", "Tunisia"), ("TR", "Türkiye"), ("TM", "Turkmenistan"), ("UG", "Uganda"),
        ("UA", "Ukraine"), ("AE", "United Arab Emirates"), ("GB", "United Kingdom"), ("US", "United States"), ("UY", "Uruguay"),
        ("UZ", "Uzbekistan"), ("VE", "Venezuela"), ("VN", "Vietnam"), ("YE", "Yemen"), ("ZM", "Zambia"),
        ("ZW", "Zimbabwe"),
    ];

    /// <summary>Alpha-2 and alpha-3 codes in pairs, for the countries where trials are commonly run.</summary>
    public const string Alpha3 =
        "AF AFG AL ALB DZ DZA AR ARG AM ARM AU AUS AT AUT AZ AZE BE BEL BG BGR BA BIH BR BRA BY BLR CA CAN CH CHE CL CHL CN CHN CO COL CZ CZE DE DEU DK DNK EG EGY ES ESP EE EST FI FIN FR FRA GB GBR GE GEO GR GRC HK HKG HR HRV HU HUN ID IDN IN IND IE IRL " +
        "IL ISR IS ISL IT ITA JP JPN KZ KAZ KE KEN KR KOR LB LBN LT LTU LU LUX LV LVA MA MAR MD MDA MX MEX MK MKD MT MLT MY MYS NL NLD NO NOR NZ NZL PE PER PH PHL PK PAK PL POL PR PRI PT PRT RO ROU RU RUS SA SAU SG SGP RS SRB SK SVK SI SVN SE SWE TH THA TN TUN TR TUR TW TWN UA UKR US USA VN VNM ZA ZAF";
}
