package io.tallygate.epc;

/** Why a text is no EPC. The names are stable: they are the codes of refusals. */
public enum EpcProblem {
    /** Neither 96 or 128 bits of hex nor an EPC URI. */
    MALFORMED_EPC("An EPC is 24 or 32 hex digits, or a URI such as urn:epc:id:giai:0614141.12345400"),
    UNKNOWN_EPC_SCHEME("Of EPC URIs, those of giai, gdti and sgtin, and raw ones are understood"),
    EPC_FILTER_OUT_OF_RANGE("The filter value is from 0 to 7"),
    EPC_COMPANY_PREFIX("A GS1 company prefix has 6 to 12 digits"),
    EPC_REFERENCE("The reference has other digits than its scheme has room for, or leading zeros"),
    EPC_PATTERN("A pattern has the parts of its scheme, and after one star only stars: urn:epc:idpat:gdti:0614141.*.*"),
    EPC_SERIAL("The serial number has other digits than its scheme has room for, or leading zeros");

    private final String message;

    EpcProblem(String message) {
        this.message = message;
    }

    /** For people, English. */
    public String message() {
        return message;
    }
}
