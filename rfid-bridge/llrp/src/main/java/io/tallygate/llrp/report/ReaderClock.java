package io.tallygate.llrp.report;

/** Which clock the reader stamped a tag with. */
public enum ReaderClock {
    /** No timestamp in the report. */
    NONE,
    /** Microseconds since 1970-01-01T00:00:00Z, by the reader's clock. */
    UTC,
    /** Microseconds since the reader started; comparable only within one connection. */
    UPTIME
}
