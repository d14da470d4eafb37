package io.tallygate.epc;

/** What came of reading a text as an EPC. */
public sealed interface EpcText {

    /** @param hex 96 or 128 bits, upper case */
    record Understood(String hex) implements EpcText {}

    /** It is none. */
    record Refused(EpcProblem problem) implements EpcText {}
}
