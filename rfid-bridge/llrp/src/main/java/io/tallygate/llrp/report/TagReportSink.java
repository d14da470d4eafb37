package io.tallygate.llrp.report;

/** Takes the tags of a report, in the order the reader sent them. */
@FunctionalInterface
public interface TagReportSink {

    /**
     * One tag, complete and within its bounds.
     *
     * @param tag valid until this method returns; the next tag overwrites it. Copy what is to outlive the call.
     */
    void onTag(TagReport tag);
}
