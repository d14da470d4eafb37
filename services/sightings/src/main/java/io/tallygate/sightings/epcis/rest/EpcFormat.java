package io.tallygate.sightings.epcis.rest;

import org.jspecify.annotations.Nullable;

/** How EPCs are written in an answer: the header {@code GS1-EPC-Format}. */
enum EpcFormat {
    URN("Always_EPC_URN"),
    DIGITAL_LINK("Always_GS1_Digital_Link");

    static final String HEADER = "GS1-EPC-Format";

    private final String headerValue;

    EpcFormat(String headerValue) {
        this.headerValue = headerValue;
    }

    /** Without a preference, or with one that is not known, URNs: what the tags hold. */
    static EpcFormat asked(@Nullable String header) {
        return DIGITAL_LINK.headerValue.equalsIgnoreCase(header) ? DIGITAL_LINK : URN;
    }

    String headerValue() {
        return headerValue;
    }
}
