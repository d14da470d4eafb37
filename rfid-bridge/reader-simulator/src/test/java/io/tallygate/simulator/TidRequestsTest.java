package io.tallygate.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallygate.llrp.control.ControlCodec;
import io.tallygate.llrp.control.RoSpecPlan;
import io.tallygate.llrp.control.SetupMessages;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.llrp.ltk.generated.enumerations.AccessReportTriggerType;
import org.llrp.ltk.generated.enumerations.AccessSpecStopTriggerType;
import org.llrp.ltk.generated.messages.ADD_ACCESSSPEC;
import org.llrp.ltk.generated.messages.DISABLE_ACCESSSPEC;
import org.llrp.ltk.generated.parameters.AccessSpec;
import org.llrp.ltk.generated.parameters.C1G2Read;
import org.llrp.ltk.generated.parameters.C1G2TagSpec;
import org.llrp.ltk.types.Bit;
import org.llrp.ltk.types.TwoBitField;
import org.llrp.ltk.types.UnsignedInteger;
import org.llrp.ltk.types.UnsignedShort;

/** The simulated reader reads a TID when an enabled AccessSpec asks it to, and at no other time: so a wrong AccessSpec is found. */
class TidRequestsTest extends AskedReader {

    private static final String LAPTOP = "3034257BF400B7800004CB2F";
    private static final String CHIP = "E2801160600002054E1A4B2C";

    TidRequestsTest() {
        super(ReaderProfile.usual());
    }

    @BeforeEach
    void aReadingReader() throws IOException {
        client.statusAfter(SetupMessages.addRoSpec(RoSpecPlan.plain(List.of(1, 2))));
        client.statusAfter(SetupMessages.enableRoSpec());
        assertThat(client.statusAfter(SetupMessages.startRoSpec()).isSuccess()).isTrue();
    }

    private String report() throws IOException {
        reader.report(new TagRead(LAPTOP, 1, -50, 0, CHIP));
        String report = client.readHex();
        assertThat(report).contains(LAPTOP);
        return report;
    }

    private void isAsked(ADD_ACCESSSPEC request) throws IOException {
        assertThat(client.statusAfter(request).isSuccess()).isTrue();
        assertThat(client.statusAfter(SetupMessages.enableAccessSpec()).isSuccess())
                .isTrue();
    }

    @Test
    void shouldReadTheTidFromItsEnablingToItsEnd() throws Exception {
        assertThat(report()).doesNotContain(CHIP);
        client.statusAfter(SetupMessages.addAccessSpec());
        assertThat(report()).doesNotContain(CHIP);

        client.statusAfter(SetupMessages.enableAccessSpec());
        assertThat(report()).contains(CHIP);

        DISABLE_ACCESSSPEC disable = new DISABLE_ACCESSSPEC();
        disable.setAccessSpecID(new UnsignedInteger(SetupMessages.OUR_SPEC_ID));
        client.answerTo(HexFormat.of().formatHex(ControlCodec.encode(disable, 1)));
        assertThat(report()).doesNotContain(CHIP);
        client.statusAfter(SetupMessages.enableAccessSpec());
        client.statusAfter(SetupMessages.deleteAccessSpec());
        assertThat(report()).doesNotContain(CHIP);
    }

    private record Mistake(String what, Consumer<AccessSpec> made) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static C1G2Read readOf(AccessSpec spec) {
        return (C1G2Read) spec.getAccessCommand().getAccessCommandOpSpecList().getFirst();
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                new Mistake("the bank of the EPC", it -> readOf(it)
                        .setMB(new TwoBitField(new Bit[] {new Bit(false), new Bit(true)}))),
                new Mistake("beyond the TID", it -> readOf(it).setWordPointer(new UnsignedShort(6))),
                new Mistake("another antenna", it -> it.setAntennaID(new UnsignedShort(2))),
                new Mistake("another's ROSpec", it -> it.setROSpecID(new UnsignedInteger(4711))),
                new Mistake("told of at its end", it -> it.getAccessReportSpec()
                        .setAccessReportTrigger(
                                new AccessReportTriggerType(AccessReportTriggerType.End_Of_AccessSpec))),
                new Mistake("once and never again", it -> it.getAccessSpecStopTrigger()
                        .setAccessSpecStopTrigger(
                                new AccessSpecStopTriggerType(AccessSpecStopTriggerType.Operation_Count))),
                new Mistake("tags that do not match", it -> ((C1G2TagSpec)
                                it.getAccessCommand().getAirProtocolTagSpec())
                        .getC1G2TargetTagList()
                        .getFirst()
                        .setMatch(new Bit(false))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldReadNoTidForAnAccessSpecThatAsksForSomethingElse(Mistake mistake) throws Exception {
        ADD_ACCESSSPEC request = SetupMessages.addAccessSpec();
        mistake.made().accept(request.getAccessSpec());

        isAsked(request);

        assertThat(report()).doesNotContain(CHIP);
    }

    @ParameterizedTest
    @CsvSource({"0, 4, E280116060000205, 4E1A4B2C", "2, 0, 600002054E1A4B2C, E2801160"})
    void shouldReadAsManyWordsAsItIsAskedFor(int from, int words, String told, String untold) throws Exception {
        ADD_ACCESSSPEC request = SetupMessages.addAccessSpec();
        readOf(request.getAccessSpec()).setWordPointer(new UnsignedShort(from));
        readOf(request.getAccessSpec()).setWordCount(new UnsignedShort(words));

        isAsked(request);

        assertThat(report()).contains(told).doesNotContain(untold);
    }
}
