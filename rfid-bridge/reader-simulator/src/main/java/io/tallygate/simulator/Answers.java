package io.tallygate.simulator;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.llrp.ltk.generated.enumerations.StatusCode;
import org.llrp.ltk.generated.messages.ADD_ACCESSSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.ADD_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.CLOSE_CONNECTION_RESPONSE;
import org.llrp.ltk.generated.messages.DELETE_ACCESSSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.DELETE_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.DISABLE_ACCESSSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.DISABLE_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.ENABLE_ACCESSSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.ENABLE_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.ERROR_MESSAGE;
import org.llrp.ltk.generated.messages.GET_ACCESSSPECS_RESPONSE;
import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES_RESPONSE;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG_RESPONSE;
import org.llrp.ltk.generated.messages.GET_ROSPECS_RESPONSE;
import org.llrp.ltk.generated.messages.SET_READER_CONFIG_RESPONSE;
import org.llrp.ltk.generated.messages.START_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.STOP_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.parameters.LLRPStatus;
import org.llrp.ltk.generated.parameters.ParameterError;
import org.llrp.ltk.types.LLRPMessage;
import org.llrp.ltk.types.UTF8String_UTF_8;
import org.llrp.ltk.types.UnsignedShort;

/** Answers to requests, each carrying a verdict. */
final class Answers {

    private static final Map<String, Function<LLRPStatus, LLRPMessage>> BY_NAME = makers();

    private Answers() {}

    /** What the reader thinks of a request. {@code parameter} is the LLRP number of the one at fault, or 0. */
    record Verdict(int code, String words, int parameter) {

        static final Verdict SUCCESS = new Verdict(StatusCode.M_Success, "", 0);

        static Verdict field(String words) {
            return new Verdict(StatusCode.M_FieldError, words, 0);
        }

        static Verdict parameter(int parameter, String words) {
            return new Verdict(StatusCode.M_ParameterError, words, parameter);
        }

        boolean isSuccess() {
            return code == StatusCode.M_Success;
        }
    }

    /** The answer LLRP has for {@code request}, or ERROR_MESSAGE when it has none. */
    static LLRPMessage to(LLRPMessage request, Verdict verdict) {
        Function<LLRPStatus, LLRPMessage> maker = BY_NAME.get(request.getName() + "_RESPONSE");
        return maker == null
                ? error(new Verdict(StatusCode.M_UnsupportedMessage, request.getName(), 0))
                : maker.apply(status(verdict));
    }

    static ERROR_MESSAGE error(Verdict verdict) {
        ERROR_MESSAGE answer = new ERROR_MESSAGE();
        answer.setLLRPStatus(status(verdict));
        return answer;
    }

    private static LLRPStatus status(Verdict verdict) {
        LLRPStatus status = new LLRPStatus();
        status.setStatusCode(new StatusCode(verdict.code()));
        status.setErrorDescription(new UTF8String_UTF_8(verdict.words()));
        if (verdict.parameter() != 0) {
            ParameterError error = new ParameterError();
            error.setParameterType(new UnsignedShort(verdict.parameter()));
            error.setErrorCode(new StatusCode(StatusCode.P_FieldError));
            status.setParameterError(error);
        }
        return status;
    }

    /** ltkjava's answers have no common type for their status: one row each. */
    private static Map<String, Function<LLRPStatus, LLRPMessage>> makers() {
        return Map.ofEntries(
                entry(GET_READER_CAPABILITIES_RESPONSE::new, GET_READER_CAPABILITIES_RESPONSE::setLLRPStatus),
                entry(GET_READER_CONFIG_RESPONSE::new, GET_READER_CONFIG_RESPONSE::setLLRPStatus),
                entry(SET_READER_CONFIG_RESPONSE::new, SET_READER_CONFIG_RESPONSE::setLLRPStatus),
                entry(CLOSE_CONNECTION_RESPONSE::new, CLOSE_CONNECTION_RESPONSE::setLLRPStatus),
                entry(ADD_ROSPEC_RESPONSE::new, ADD_ROSPEC_RESPONSE::setLLRPStatus),
                entry(DELETE_ROSPEC_RESPONSE::new, DELETE_ROSPEC_RESPONSE::setLLRPStatus),
                entry(ENABLE_ROSPEC_RESPONSE::new, ENABLE_ROSPEC_RESPONSE::setLLRPStatus),
                entry(DISABLE_ROSPEC_RESPONSE::new, DISABLE_ROSPEC_RESPONSE::setLLRPStatus),
                entry(START_ROSPEC_RESPONSE::new, START_ROSPEC_RESPONSE::setLLRPStatus),
                entry(STOP_ROSPEC_RESPONSE::new, STOP_ROSPEC_RESPONSE::setLLRPStatus),
                entry(GET_ROSPECS_RESPONSE::new, GET_ROSPECS_RESPONSE::setLLRPStatus),
                entry(ADD_ACCESSSPEC_RESPONSE::new, ADD_ACCESSSPEC_RESPONSE::setLLRPStatus),
                entry(DELETE_ACCESSSPEC_RESPONSE::new, DELETE_ACCESSSPEC_RESPONSE::setLLRPStatus),
                entry(ENABLE_ACCESSSPEC_RESPONSE::new, ENABLE_ACCESSSPEC_RESPONSE::setLLRPStatus),
                entry(DISABLE_ACCESSSPEC_RESPONSE::new, DISABLE_ACCESSSPEC_RESPONSE::setLLRPStatus),
                entry(GET_ACCESSSPECS_RESPONSE::new, GET_ACCESSSPECS_RESPONSE::setLLRPStatus));
    }

    private static <T extends LLRPMessage> Map.Entry<String, Function<LLRPStatus, LLRPMessage>> entry(
            Supplier<T> answer, BiConsumer<T, LLRPStatus> status) {
        return Map.entry(answer.get().getName(), verdict -> {
            T made = answer.get();
            status.accept(made, verdict);
            return made;
        });
    }
}
