/**
 * RO_ACCESS_REPORT, straight off the buffer.
 *
 * <p>{@link io.tallygate.llrp.report.ReportDecoder} walks the parameters of a report (LLRP 1.1, 17.2.7) once and calls a
 * {@link io.tallygate.llrp.report.TagReportSink} per tag with one {@link io.tallygate.llrp.report.TagReport}, the same object each
 * time. No object is made per field or per tag. Every length the reader claims is held against the parameter that encloses it, so
 * that lying bytes end in {@link io.tallygate.llrp.report.ReportOutcome.Malformed} and never in a loop or a read beyond the frame.
 * What we do not know (parameters of later versions, of vendors) is skipped by its length and counted in
 * {@link io.tallygate.llrp.report.SkippedParameters}.
 */
@NullMarked
package io.tallygate.llrp.report;

import org.jspecify.annotations.NullMarked;
