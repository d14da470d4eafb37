package io.tallygate.bench.accuracy;

import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;

/**
 * What really happened: this tag passed the line then.
 *
 * @param metresPerSecond how fast; NaN where nobody noted it
 */
public record TrueCrossing(Epc epc, Direction direction, long atUs, double metresPerSecond) {}
