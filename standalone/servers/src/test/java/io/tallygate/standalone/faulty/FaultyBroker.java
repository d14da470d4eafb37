package io.tallygate.standalone.faulty;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersion;
import org.apache.kafka.common.message.ApiVersionsResponseData.ApiVersionCollection;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.BatchIndexAndErrorMessage;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponseCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * A broker as far as a producer sees one, that does once what a real one does only at an unlucky moment: each of its topics has one
 * partition, a {@link FaultyPartition}.
 */
public final class FaultyBroker implements AutoCloseable {
    private static final short TOPICS_BY_NAME = 12;
    private static final List<ApiKeys> SPOKEN =
            List.of(ApiKeys.API_VERSIONS, ApiKeys.METADATA, ApiKeys.INIT_PRODUCER_ID, ApiKeys.PRODUCE);

    private final ServerSocket server;
    private final Map<String, FaultyPartition> topics;
    private long producers;

    /** @param topics by name; a producer sends to no others */
    public FaultyBroker(Map<String, FaultyPartition> topics) throws IOException {
        this.topics = Map.copyOf(topics);
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("faulty-broker").start(this::accept);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket peer = server.accept();
                Thread.ofVirtual().start(() -> serve(peer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket peer) {
        try (peer) {
            DataInputStream in = new DataInputStream(peer.getInputStream());
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(peer.getOutputStream()));
            while (true) {
                ByteBuffer answer = answer(ByteBuffer.wrap(in.readNBytes(in.readInt())));
                if (answer == null) {
                    return;
                }
                out.writeInt(answer.remaining());
                out.write(answer.array(), answer.arrayOffset() + answer.position(), answer.remaining());
                out.flush();
            }
        } catch (EOFException | java.net.SocketException gone) {
            // The producer hangs up when it is closed.
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Null to hang up. */
    private @Nullable ByteBuffer answer(ByteBuffer bytes) {
        RequestHeader header = RequestHeader.parse(bytes);
        AbstractRequest request = AbstractRequest.parseRequest(
                        header.apiKey(), header.apiVersion(), new ByteBufferAccessor(bytes))
                .request;
        ApiMessage body =
                switch (header.apiKey()) {
                    case API_VERSIONS -> versions();
                    case METADATA -> metadata((MetadataRequest) request);
                    case INIT_PRODUCER_ID -> newProducer();
                    case PRODUCE -> produce(((ProduceRequest) request).data());
                    default -> throw new IllegalStateException("not spoken: " + header);
                };
        if (body == null) {
            return null;
        }
        ResponseHeader back = header.toResponseHeader();
        return RequestUtils.serialize(back.data(), back.headerVersion(), body, header.apiVersion());
    }

    private static ApiMessage versions() {
        ApiVersionCollection versions = new ApiVersionCollection();
        for (ApiKeys key : SPOKEN) {
            versions.add(new ApiVersion()
                    .setApiKey(key.id)
                    .setMinVersion(key.oldestVersion())
                    .setMaxVersion(key == ApiKeys.PRODUCE ? TOPICS_BY_NAME : key.latestVersion()));
        }
        return new ApiVersionsResponseData().setApiKeys(versions);
    }

    private ApiMessage metadata(MetadataRequest request) {
        MetadataResponseData data =
                new MetadataResponseData().setClusterId("faulty").setControllerId(1);
        data.brokers()
                .add(new MetadataResponseBroker()
                        .setNodeId(1)
                        .setHost("127.0.0.1")
                        .setPort(server.getLocalPort()));
        for (var wanted : request.data().topics()) {
            data.topics()
                    .add(new MetadataResponseTopic()
                            .setName(wanted.name())
                            .setPartitions(List.of(new MetadataResponsePartition()
                                    .setPartitionIndex(0)
                                    .setLeaderId(1)
                                    .setLeaderEpoch(1)
                                    .setReplicaNodes(List.of(1))
                                    .setIsrNodes(List.of(1)))));
        }
        return data;
    }

    private synchronized ApiMessage newProducer() {
        return new InitProducerIdResponseData().setProducerId(++producers).setProducerEpoch((short) 0);
    }

    private @Nullable ApiMessage produce(ProduceRequestData request) {
        TopicProduceResponseCollection answers = new TopicProduceResponseCollection();
        for (var topic : request.topicData()) {
            for (var data : topic.partitionData()) {
                MemoryRecords records = (MemoryRecords) data.records();
                Errors outcome = partition(topic.name()).append(records);
                if (outcome == null) {
                    return null;
                }
                answers.add(new TopicProduceResponse()
                        .setName(topic.name())
                        .setPartitionResponses(List.of(new PartitionProduceResponse()
                                .setIndex(data.index())
                                .setErrorCode(outcome.code())
                                .setRecordErrors(eachNamed(outcome, records)))));
            }
        }
        return new ProduceResponseData().setResponses(answers);
    }

    /** For a refused timestamp a broker names each record, and the producer then tells an error that is not the answer's. */
    private static List<BatchIndexAndErrorMessage> eachNamed(Errors outcome, MemoryRecords records) {
        List<BatchIndexAndErrorMessage> named = new ArrayList<>();
        if (outcome == Errors.INVALID_TIMESTAMP) {
            records.records()
                    .forEach(record -> named.add(new BatchIndexAndErrorMessage()
                            .setBatchIndex(named.size())
                            .setBatchIndexErrorMessage(outcome.message())));
        }
        return named;
    }

    private FaultyPartition partition(String topic) {
        return Objects.requireNonNull(topics.get(topic), topic);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
