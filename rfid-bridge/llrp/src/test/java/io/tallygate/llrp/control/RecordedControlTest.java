package io.tallygate.llrp.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallygate.llrp.RecordedFrames;
import io.tallygate.llrp.RecordedFrames.Recording;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.llrp.ltk.generated.messages.GET_READER_CONFIG_RESPONSE;
import org.llrp.ltk.generated.messages.GET_ROSPECS_RESPONSE;
import org.llrp.ltk.generated.messages.READER_EVENT_NOTIFICATION;
import org.llrp.ltk.types.LLRPMessage;

/** Control messages of a live reader. */
class RecordedControlTest {

    static List<Recording> capabilities() {
        return RecordedFrames.startingWith("GetReaderCapabilitiesResponse");
    }

    static List<Recording> configurations() {
        return RecordedFrames.startingWith("GetReaderConfigResponse");
    }

    static List<Recording> roSpecs() {
        return RecordedFrames.startingWith("GetROSpecsResponse");
    }

    static List<Recording> closings() {
        return RecordedFrames.startingWith("CloseConnectionResponse");
    }

    static List<Recording> notifications() {
        return RecordedFrames.startingWith("ReaderEventNotification");
    }

    private static LLRPMessage decode(Recording recording, int type) throws Exception {
        return ControlCodec.decode(recording.frame(type)).message();
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void shouldReadCapabilities(Recording recording) throws Exception {
        JsonNode json = recording.decoded();
        JsonNode device = json.path("GeneralDeviceCapabilities");

        ReaderCapabilities reader = ReaderCapabilities.of(decode(recording, 11));

        assertThat(reader.manufacturer()).isEqualTo(25882);
        assertThat(reader.antennas())
                .isEqualTo(device.path("MaxSupportedAntennas").asInt());
        assertThat(reader.firmware()).isEqualTo(device.path("FirmwareVersion").asText());
        assertThat(reader.outputs())
                .isEqualTo(device.path("GPIOCapabilities").path("NumGPOs").asInt());
        assertThat(reader.inputs())
                .isEqualTo(device.path("GPIOCapabilities").path("NumGPIs").asInt());
        assertThat(reader.utcClock()).isEqualTo(device.path("HasUTCClock").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void shouldReadTheRadiosTables(Recording recording) throws Exception {
        JsonNode band = recording.decoded().path("RegulatoryCapabilities").path("UHFBandCapabilities");

        RadioCapabilities radio = ReaderCapabilities.of(decode(recording, 11)).radio();

        assertThat(radio.powers()).hasSize(band.path("TransmitPowerLevels").size());
        assertThat(radio.modes()).isNotEmpty();
        assertThat(radio.gateMode()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void shouldReadAConfiguration(Recording recording) throws Exception {
        JsonNode json = recording.decoded();

        GET_READER_CONFIG_RESPONSE answer = (GET_READER_CONFIG_RESPONSE) decode(recording, 12);

        assertThat(answer.getLLRPStatus().getStatusCode().intValue()).isZero();
        assertThat(answer.getAntennaConfigurationList())
                .hasSize(json.path("AntennaConfigurations").size());
        assertThat(answer.getGPOWriteDataList())
                .hasSize(json.path("GPOWriteData").size());
    }

    @ParameterizedTest
    @MethodSource("roSpecs")
    void shouldReadAnEmptyListOfRoSpecs(Recording recording) throws Exception {
        GET_ROSPECS_RESPONSE answer = (GET_ROSPECS_RESPONSE) decode(recording, 36);

        assertThat(answer.getLLRPStatus().getStatusCode().intValue()).isZero();
        assertThat(answer.getROSpecList()).isNullOrEmpty();
    }

    @ParameterizedTest
    @MethodSource("closings")
    void shouldReadAGoodBye(Recording recording) throws Exception {
        assertThat(ReaderStatus.of(decode(recording, 4)).isSuccess()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("notifications")
    void shouldReadANotification(Recording recording) throws Exception {
        READER_EVENT_NOTIFICATION message = (READER_EVENT_NOTIFICATION) decode(recording, 63);

        assertThat(message.getReaderEventNotificationData().getConnectionCloseEvent())
                .isNotNull();
    }
}
