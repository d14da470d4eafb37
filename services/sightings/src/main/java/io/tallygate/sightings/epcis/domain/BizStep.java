package io.tallygate.sightings.epcis.domain;

import io.tallygate.sightings.tag.domain.Passage.Direction;
import java.util.Optional;
import java.util.stream.Stream;

/** Business steps of the CBV that a gate tells of: what a crossing does to the item. A mere visit at a portal is none. */
public enum BizStep {
    /** Out of the room; from then on it is on its way. */
    DEPARTING("departing", "in_transit", Direction.OUT),
    /** Into the room. */
    ARRIVING("arriving", "in_progress", Direction.IN),
    /** Through the portal, the gate could not say which way. */
    ENTERING_EXITING("entering_exiting", "in_progress", Direction.UNKNOWN);

    private final String bareWord;
    private final String disposition;
    private final Direction direction;

    BizStep(String bareWord, String disposition, Direction direction) {
        this.bareWord = bareWord;
        this.disposition = disposition;
        this.direction = direction;
    }

    public static BizStep of(Direction direction) {
        return switch (direction) {
            case OUT -> DEPARTING;
            case IN -> ARRIVING;
            case UNKNOWN -> ENTERING_EXITING;
        };
    }

    /** By its bare word, or by either URI that CBV gives it; empty for steps that no gate tells of. */
    public static Optional<BizStep> named(String name) {
        String word = name.replaceFirst("^urn:epcglobal:cbv:bizstep:", "")
                .replaceFirst("^https://(ref|ns)\\.gs1\\.org/cbv/BizStep-", "");
        return Stream.of(values()).filter(step -> step.bareWord.equals(word)).findFirst();
    }

    /** Those that leave a thing in this state, by its bare word or by either URI that CBV gives it. */
    public static Stream<BizStep> leavingIn(String disposition) {
        String word = disposition
                .replaceFirst("^urn:epcglobal:cbv:disp:", "")
                .replaceFirst("^https://(ref|ns)\\.gs1\\.org/cbv/Disp-", "");
        return Stream.of(values()).filter(step -> step.disposition.equals(word));
    }

    /** As JSON-LD writes it. */
    public String bareWord() {
        return bareWord;
    }

    public String disposition() {
        return disposition;
    }

    public Direction direction() {
        return direction;
    }
}
