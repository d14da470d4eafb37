package io.tallygate.llrp.report;

/**
 * How many parameters a decoder passed over since it was made. Plain counters of one event loop; other threads see them late.
 */
public final class SkippedParameters {

    private long unknownTlv;
    private long unknownTv;
    private long custom;
    private long tagsWithoutEpc;

    SkippedParameters() {}

    void countUnknownTlv() {
        unknownTlv++;
    }

    void countUnknownTv() {
        unknownTv++;
    }

    void countCustom() {
        custom++;
    }

    void countTagWithoutEpc() {
        tagsWithoutEpc++;
    }

    /** Parameters with a length of their own whose type we do not know. */
    public long unknownTlv() {
        return unknownTlv;
    }

    /** Parameters without a length whose type we do not know: the rest of that tag was passed over with each. */
    public long unknownTv() {
        return unknownTv;
    }

    /** Vendor parameters that we have no use for. */
    public long custom() {
        return custom;
    }

    /** Tag reports that named no tag, and so reached no sink. */
    public long tagsWithoutEpc() {
        return tagsWithoutEpc;
    }
}
