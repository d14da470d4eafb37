package io.tallygate.llrp.client;

import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.RoSpecPlan;
import io.tallygate.llrp.control.SetupMessages;
import org.llrp.ltk.types.LLRPMessage;

/** The steps that have an answer, in the order in which every connection takes them. */
enum SetupStep {
    DELETE_ACCESSSPEC(Rejection.IS_HARMLESS, (settings, reader, learned) -> SetupMessages.deleteAccessSpec()),
    DELETE_ROSPEC(Rejection.IS_HARMLESS, (settings, reader, learned) -> SetupMessages.deleteRoSpec()),
    SET_READER_CONFIG(Rejection.ASKS_FOR_LESS, SetupStep::configure),
    ADD_ROSPEC(Rejection.ASKS_FOR_ANOTHER_DIALECT, SetupStep::addRoSpec),
    ADD_ACCESSSPEC(Rejection.LEAVES_TID_OUT, (settings, reader, learned) -> SetupMessages.addAccessSpec()),
    ENABLE_ACCESSSPEC(Rejection.LEAVES_TID_OUT, (settings, reader, learned) -> SetupMessages.enableAccessSpec()),
    ENABLE_ROSPEC(Rejection.ASKS_FOR_ANOTHER_DIALECT, (settings, reader, learned) -> SetupMessages.enableRoSpec()),
    START_ROSPEC(Rejection.ASKS_FOR_ANOTHER_DIALECT, (settings, reader, learned) -> SetupMessages.startRoSpec());

    private final Rejection rejection;
    private final Request request;

    SetupStep(Rejection rejection, Request request) {
        this.rejection = rejection;
        this.request = request;
    }

    LLRPMessage request(ReaderSettings settings, ReaderCapabilities reader, Learned learned) {
        return request.build(settings, reader, learned);
    }

    Rejection rejection() {
        return rejection;
    }

    /** Whether this reader is to take the step at all. */
    boolean applies(ReaderCapabilities reader, Learned learned) {
        return rejection != Rejection.LEAVES_TID_OUT || learned.readsTid() && reader.maxAccessSpecs() > 0;
    }

    private static LLRPMessage configure(ReaderSettings settings, ReaderCapabilities reader, Learned learned) {
        return learned.isKeepaliveOnly()
                ? SetupMessages.configureKeepalive(settings.keepalivePeriod())
                : SetupMessages.configure(reader, settings.keepalivePeriod());
    }

    private static LLRPMessage addRoSpec(ReaderSettings settings, ReaderCapabilities reader, Learned learned) {
        return SetupMessages.addRoSpec(plan(settings, reader, learned));
    }

    /** The ROSpec that this reader is to take, as far as is known of it. */
    static RoSpecPlan plan(ReaderSettings settings, ReaderCapabilities reader, Learned learned) {
        return new RoSpecPlan(
                settings.antennas(), reader.radio(), settings.power(), learned.dialect(), learned.asksForCarrier());
    }

    /** What follows when the reader refuses the step. */
    enum Rejection {
        /** Deleting a spec that is not there is refused, and is what we wanted. One that stays is refused at ADD_ROSPEC. */
        IS_HARMLESS,
        /** The KEEPALIVE alone is tried; without it a half-open connection would look like a quiet gate. */
        ASKS_FOR_LESS,
        /** A simpler ROSpec is tried. */
        ASKS_FOR_ANOTHER_DIALECT,
        /** A gate that cannot tell a copied tag still tells a tag. */
        LEAVES_TID_OUT
    }

    @FunctionalInterface
    private interface Request {
        LLRPMessage build(ReaderSettings settings, ReaderCapabilities reader, Learned learned);
    }
}
