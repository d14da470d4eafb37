package io.tallygate.epc;

/** What came of reading a text as a pattern of EPCs. */
public sealed interface EpcPatternText {

    /** It is one. */
    record Understood(EpcPattern pattern) implements EpcPatternText {}

    /** It is none. */
    record Refused(EpcProblem problem) implements EpcPatternText {}
}
