package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;

/** What really happened: this tag passed the line then. */
record TrueCrossing(Epc epc, Direction direction, long atUs, double metresPerSecond) {}
