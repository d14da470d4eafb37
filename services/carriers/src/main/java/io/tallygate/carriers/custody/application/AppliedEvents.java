package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.Crossing;
import io.tallygate.carriers.identifier.ItemId;

/** What was applied already, remembered in the transaction of the effect: delivery is at least once. */
public interface AppliedEvents {

    /** The last position of {@code register} that was applied, 0 at first; locked until the transaction ends. */
    long lastPosition(String register);

    void advance(String register, long position);

    /** False when this crossing was recorded before. */
    boolean recordFirst(Crossing crossing, ItemId item);
}
