package io.tallygate.gate;

import static io.tallygate.gate.GateWorld.until;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reader of {@code rfid-bridge/interop}: a Node process around llrpjs. What it told stands in {@link #told}, a JSON line each. */
final class LlrpjsReader implements AutoCloseable {

    private static final Path FOLDER = Path.of("../interop");
    private static final Pattern PORT = Pattern.compile("\\{\"port\":(\\d+)}");

    final List<String> told = new CopyOnWriteArrayList<>();
    private final Process process;
    private final Writer orders;

    private LlrpjsReader(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().name("llrpjs").start(this::listen);
    }

    static LlrpjsReader start() throws IOException, InterruptedException {
        return start("usual");
    }

    /** @param maker {@code impinj} for one of theirs */
    static LlrpjsReader start(String maker) throws IOException, InterruptedException {
        if (!Files.isDirectory(FOLDER.resolve("node_modules/llrpjs"))) {
            install();
        }
        return new LlrpjsReader(new ProcessBuilder("node", "reader.mjs", maker)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** What verify has done before, for who runs this test alone. */
    private static void install() throws IOException, InterruptedException {
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        npm.getOutputStream().close();
        try (InputStream said = npm.getInputStream()) {
            String words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (npm.waitFor() != 0) {
                throw new IllegalStateException("npm ci in rfid-bridge/interop: " + words);
            }
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(told::add);
        } catch (IOException ended) {
            told.add("{\"ended\":true}");
        }
    }

    int port() {
        until(() -> told.stream().anyMatch(line -> PORT.matcher(line).matches()));
        Matcher first = PORT.matcher(told.getFirst());
        if (!first.matches()) {
            throw new IllegalStateException("llrpjs said " + told);
        }
        return Integer.parseInt(first.group(1));
    }

    void carryOut(String epc) throws IOException {
        order("pass " + epc);
    }

    void hangUp() throws IOException {
        order("hang-up");
    }

    private void order(String words) throws IOException {
        orders.write(words + "\n");
        orders.flush();
    }

    /** What it told from one connection to the next, oldest first. */
    List<List<String>> conversations() {
        List<List<String>> conversations = new ArrayList<>();
        for (String line : told) {
            if (line.equals("{\"connected\":true}")) {
                conversations.add(new ArrayList<>());
            }
            if (!conversations.isEmpty()) {
                conversations.getLast().add(line);
            }
        }
        return conversations;
    }

    boolean hasTold(String line) {
        return told.contains(line);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        orders.close();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
