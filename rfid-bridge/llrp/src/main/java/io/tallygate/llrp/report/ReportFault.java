package io.tallygate.llrp.report;

/** What is wrong with a report whose frame was sound. */
public enum ReportFault {
    /** A parameter header is cut off by the end of the parameter around it. */
    TRUNCATED_PARAMETER,
    /** A parameter claims fewer bytes than its own header. */
    PARAMETER_TOO_SHORT,
    /** A parameter claims more bytes than the one around it has left. */
    PARAMETER_BEYOND_PARENT,
    /** A parameter is too short for the fields it must have. */
    FIELDS_MISSING,
    /** An array (EPC bits, words read) claims more than its parameter holds. */
    ARRAY_BEYOND_PARAMETER
}
