package io.tallygate.llrp.client;

import io.tallygate.llrp.control.ReaderCapabilities;
import io.tallygate.llrp.control.SetupMessages;
import org.llrp.ltk.types.LLRPMessage;

/** The steps that have an answer, in the order in which every connection takes them. */
enum SetupStep {
    DELETE_ACCESSSPEC(Rejection.IS_HARMLESS, (settings, reader) -> SetupMessages.deleteAccessSpec()),
    DELETE_ROSPEC(Rejection.IS_HARMLESS, (settings, reader) -> SetupMessages.deleteRoSpec()),
    SET_READER_CONFIG(
            Rejection.ENDS_SETUP, (settings, reader) -> SetupMessages.configure(reader, settings.keepalivePeriod())),
    ADD_ROSPEC(Rejection.ENDS_SETUP, (settings, reader) -> SetupMessages.addRoSpec(settings.antennas())),
    ENABLE_ROSPEC(Rejection.ENDS_SETUP, (settings, reader) -> SetupMessages.enableRoSpec()),
    START_ROSPEC(Rejection.ENDS_SETUP, (settings, reader) -> SetupMessages.startRoSpec());

    private final Rejection rejection;
    private final Request request;

    SetupStep(Rejection rejection, Request request) {
        this.rejection = rejection;
        this.request = request;
    }

    LLRPMessage request(ReaderSettings settings, ReaderCapabilities reader) {
        return request.build(settings, reader);
    }

    /** Deleting a spec that is not there is refused, and is what we wanted. One that stays is refused at ADD_ROSPEC. */
    boolean mayBeRejected() {
        return rejection == Rejection.IS_HARMLESS;
    }

    private enum Rejection {
        IS_HARMLESS,
        ENDS_SETUP
    }

    @FunctionalInterface
    private interface Request {
        LLRPMessage build(ReaderSettings settings, ReaderCapabilities reader);
    }
}
