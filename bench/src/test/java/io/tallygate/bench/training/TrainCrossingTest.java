package io.tallygate.bench.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallygate.bench.accuracy.LabelledReads;
import io.tallygate.bench.accuracy.LabelledSet;
import io.tallygate.bench.accuracy.TraceSet;
import io.tallygate.crossing.CrossingDetector;
import io.tallygate.crossing.CrossingDetectorFactory;
import io.tallygate.crossing.CrossingTuning;
import io.tallygate.crossing.CrossingWeights;
import io.tallygate.crossing.Direction;
import io.tallygate.crossing.Epc;
import io.tallygate.crossing.SignsObserver;
import io.tallygate.crossing.TagObservation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCrossingTest {
    private static final List<String> FILES = List.of("own-signs.weights", "with-others.weights");
    private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path folder;

    @Test
    void shouldLearnAndWriteWeightsThatTheRuleTakes() throws IOException {
        JsonNode losses = trainedOnTheSet(folder, 1).path("losses");

        for (String stage : List.of("ownSigns", "allSignsFirst", "allSigns")) {
            JsonNode loss = losses.path(stage);
            assertTrue(loss.path("rows").asInt() > 100, losses.toString());
            assertTrue(loss.path("last").asDouble() < 0.9 * loss.path("first").asDouble(), losses.toString());
        }
        CrossingWeights learned = CrossingWeights.none()
                .withOwnSigns(Files.readAllBytes(folder.resolve(FILES.getFirst())))
                .withAllSigns(Files.readAllBytes(folder.resolve(FILES.getLast())));
        LabelledReads walkIn = TraceSet.read(LabelledSet.folder()).traces().get(1);
        CrossingDetector detector = CrossingDetectorFactory.observed(CrossingTuning.standard(), learned, new Nobody())
                .create(walkIn.layout());
        for (TagObservation read : walkIn.reads()) {
            detector.onRead(read);
        }
        assertTrue(detector.trackedTags() > 0);
    }

    @Test
    void shouldLearnTheSameFromTheSameSeed() throws IOException {
        trainedOnTheSet(folder.resolve("once"), 1);
        trainedOnTheSet(folder.resolve("again"), 1);
        trainedOnTheSet(folder.resolve("other"), 2);

        for (String file : FILES) {
            byte[] once = Files.readAllBytes(folder.resolve("once").resolve(file));
            assertArrayEquals(once, Files.readAllBytes(folder.resolve("again").resolve(file)));
            byte[] other = Files.readAllBytes(folder.resolve("other").resolve(file));
            assertFalse(Arrays.equals(once, other));
        }
    }

    private static JsonNode trainedOnTheSet(Path folder, long seed) throws IOException {
        return new TrainCrossing(seed, 0, List.of(LabelledSet.folder()), null, folder).run(NOBODY);
    }

    @Test
    void shouldWriteTheMeanWithWhatWasLearnedBefore() throws IOException {
        trainedOnTheSet(folder.resolve("first"), 1);
        trainedOnTheSet(folder.resolve("second"), 2);
        new TrainCrossing(2, 0, List.of(LabelledSet.folder()), folder.resolve("first"), folder.resolve("mean"))
                .run(NOBODY);

        for (String file : FILES) {
            Network first =
                    Network.of(Files.readAllBytes(folder.resolve("first").resolve(file)));
            Network second =
                    Network.of(Files.readAllBytes(folder.resolve("second").resolve(file)));
            Network mean = Network.of(Files.readAllBytes(folder.resolve("mean").resolve(file)));
            SplittableRandom random = new SplittableRandom(5);
            for (int row = 0; row < 20; row++) {
                float[] signs = new float[first.widths()[0]];
                for (int i = 0; i < signs.length; i++) {
                    signs[i] = (float) random.nextGaussian();
                }
                float[] ofBoth = given(mean, signs);
                for (int out = 0; out < ofBoth.length; out++) {
                    assertEquals((given(first, signs)[out] + given(second, signs)[out]) / 2, ofBoth[out], 1e-4);
                }
            }
        }
    }

    private static float[] given(Network network, float[] signs) {
        Backpropagation run = new Backpropagation(network);
        System.arraycopy(signs, 0, run.input(), 0, signs.length);
        return run.forward().clone();
    }

    @Test
    void shouldRefuseAMeanWithNothingBeforeAnythingIsDrawn() throws IOException {
        Files.write(folder.resolve(FILES.getFirst()), new byte[] {3, 0, 0, 0, 1});

        for (Path nothing : List.of(folder, folder.resolve("nowhere"))) {
            TrainCrossing training = new TrainCrossing(1, 1, List.of(), nothing, folder.resolve("written"));
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> training.run(NOBODY));
            assertTrue(String.valueOf(refused.getMessage()).contains("holds no weights"), refused.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seed 1",
                "--rounds 0 --write x",
                "--write",
                "--rounds many --write x",
                "--traces --write",
                "--luck 1 --write x"
            })
    void shouldRefuseOptionsItDoesNotKnow(String options) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> TrainCrossing.parse(List.of(options.split(" "))));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("usage: train-crossing"));
    }

    @Test
    void shouldTakeItsOptions() {
        assertEquals(
                new TrainCrossing(7, 3, List.of(Path.of("a"), Path.of("b")), null, Path.of("w")),
                TrainCrossing.parse(
                        List.of("--seed", "7", "--rounds", "3", "--traces", "a", "--write", "w", "--traces", "b")));
    }

    private static final class Nobody implements SignsObserver {
        @Override
        public boolean wants(Epc epc, long timeUs) {
            return false;
        }

        @Override
        public void seen(Epc epc, long timeUs, Direction direction, float[] signs) {
            throw new AssertionError("nobody asked for it");
        }
    }
}
