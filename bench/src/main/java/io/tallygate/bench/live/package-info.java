/**
 * The last stretch of {@code bench gate-latency}: from the report that decides a crossing to its incident in a browser's live
 * stream, through the whole demo stack. {@link io.tallygate.bench.live.DemoStack} is the one that runs already, or one started for the
 * measurement; {@link io.tallygate.bench.live.LiveStreamRun} carries tags out and waits for their incidents.
 */
@NullMarked
package io.tallygate.bench.live;

import org.jspecify.annotations.NullMarked;
