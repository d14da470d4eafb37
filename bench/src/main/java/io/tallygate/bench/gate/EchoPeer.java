package io.tallygate.bench.gate;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bytes to a peer on 127.0.0.1 that sends them straight back: what any answer costs at least. Sent as the simulated reader sends. */
final class EchoPeer implements AutoCloseable {
    private final NioEventLoopGroup here = new NioEventLoopGroup(1);
    private final NioEventLoopGroup there = new NioEventLoopGroup(1);
    private final Samples samples;
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
    private final Channel channel;
    private int received;

    private record Pending(long sentNanos, int length) {}

    EchoPeer(Samples samples) {
        this.samples = samples;
        Channel server = new ServerBootstrap()
                .group(there)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(initializer(Echo::new))
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
        this.channel = new Bootstrap()
                .group(here)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(initializer(Returned::new))
                .connect(server.localAddress())
                .syncUninterruptibly()
                .channel();
    }

    private static ChannelInitializer<Channel> initializer(Supplier<ChannelHandler> handler) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel opened) {
                opened.pipeline().addLast(handler.get());
            }
        };
    }

    void send(byte[] bytes) {
        pending.add(new Pending(System.nanoTime(), bytes.length));
        channel.eventLoop().execute(() -> channel.writeAndFlush(Unpooled.wrappedBuffer(bytes), channel.voidPromise()));
    }

    @Override
    public void close() {
        here.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        there.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) {
            ctx.writeAndFlush(bytes, ctx.voidPromise());
        }
    }

    private final class Returned extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
            received += bytes.readableBytes();
            for (Pending first = pending.peek(); first != null && received >= first.length(); first = pending.peek()) {
                pending.remove();
                received -= first.length();
                samples.add(System.nanoTime() - first.sentNanos());
            }
        }
    }
}
