package io.tallygate.llrp.control;

import org.jspecify.annotations.Nullable;
import org.llrp.ltk.generated.enumerations.StatusCode;
import org.llrp.ltk.generated.messages.ADD_ACCESSSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.ADD_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.CLOSE_CONNECTION_RESPONSE;
import org.llrp.ltk.generated.messages.DELETE_ACCESSSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.DELETE_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.ENABLE_ACCESSSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.ENABLE_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.messages.ERROR_MESSAGE;
import org.llrp.ltk.generated.messages.GET_READER_CAPABILITIES_RESPONSE;
import org.llrp.ltk.generated.messages.SET_READER_CONFIG_RESPONSE;
import org.llrp.ltk.generated.messages.START_ROSPEC_RESPONSE;
import org.llrp.ltk.generated.parameters.FieldError;
import org.llrp.ltk.generated.parameters.LLRPStatus;
import org.llrp.ltk.generated.parameters.ParameterError;
import org.llrp.ltk.types.LLRPMessage;

/**
 * A reader's verdict on a request (LLRPStatus, LLRP 1.1, 17.2.8.1).
 *
 * @param code LLRP status code, 0 for success
 * @param name its name in LLRP, such as {@code M_ParameterError}
 * @param description the reader's own words, maybe empty
 * @param place the parameters and the field it names, from the outermost inwards, maybe empty
 */
public record ReaderStatus(int code, String name, String description, String place) {

    /** Whether the reader did what was asked. */
    public boolean isSuccess() {
        return code == StatusCode.M_Success;
    }

    /** One line for people. */
    public String describe() {
        String words = description.isBlank() ? "" : ": " + description.strip();
        return name + " (" + code + ")" + place + words;
    }

    /**
     * The verdict in an answer.
     *
     * @throws ControlException with {@link ControlFault#PARAMETER_MISSING} when it carries none, with
     *     {@link ControlFault#UNKNOWN_TYPE} when it is no answer to a request we make
     */
    public static ReaderStatus of(LLRPMessage answer) {
        LLRPStatus status = statusIn(answer);
        if (status == null || status.getStatusCode() == null) {
            throw new ControlException(ControlFault.PARAMETER_MISSING, "LLRPStatus in " + answer.getName());
        }
        return of(status);
    }

    private static @Nullable LLRPStatus statusIn(LLRPMessage answer) {
        return switch (answer) {
            case GET_READER_CAPABILITIES_RESPONSE it -> it.getLLRPStatus();
            case SET_READER_CONFIG_RESPONSE it -> it.getLLRPStatus();
            case DELETE_ACCESSSPEC_RESPONSE it -> it.getLLRPStatus();
            case DELETE_ROSPEC_RESPONSE it -> it.getLLRPStatus();
            case ADD_ROSPEC_RESPONSE it -> it.getLLRPStatus();
            case ADD_ACCESSSPEC_RESPONSE it -> it.getLLRPStatus();
            case ENABLE_ACCESSSPEC_RESPONSE it -> it.getLLRPStatus();
            case ENABLE_ROSPEC_RESPONSE it -> it.getLLRPStatus();
            case START_ROSPEC_RESPONSE it -> it.getLLRPStatus();
            case CLOSE_CONNECTION_RESPONSE it -> it.getLLRPStatus();
            case ERROR_MESSAGE it -> it.getLLRPStatus();
            default -> throw new ControlException(ControlFault.UNKNOWN_TYPE, answer.getName() + " is no answer");
        };
    }

    private static ReaderStatus of(LLRPStatus status) {
        String words = status.getErrorDescription() == null
                ? ""
                : status.getErrorDescription().toString();
        return new ReaderStatus(
                status.getStatusCode().intValue(),
                nameOf(status.getStatusCode()),
                words,
                placeOf(status.getParameterError()) + placeOf(status.getFieldError()));
    }

    private static String nameOf(StatusCode code) {
        String name = code.toString();
        return name == null ? "status" : name;
    }

    private static String placeOf(@Nullable ParameterError error) {
        if (error == null) {
            return "";
        }
        return " in parameter " + error.getParameterType().intValue() + " " + nameOf(error.getErrorCode())
                + placeOf(error.getParameterError()) + placeOf(error.getFieldError());
    }

    private static String placeOf(@Nullable FieldError error) {
        return error == null ? "" : " in field " + error.getFieldNum().intValue() + " " + nameOf(error.getErrorCode());
    }
}
