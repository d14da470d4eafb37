package io.tallygate.gate.desk;

import io.tallygate.crossing.Epc;
import io.tallygate.gate.ledger.Tid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag on a desk.
 *
 * @param tid null while it is not read
 * @param rssiDbm strongest of the last seconds
 */
record SeenTag(Epc epc, @Nullable Tid tid, double rssiDbm, Instant lastSeen) {}
