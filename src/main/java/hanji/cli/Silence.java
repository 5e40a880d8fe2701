package hanji.cli;

import me.tongfei.progressbar.ProgressBarConsumer;

/// Where a progress bar goes when nobody watches.
final class Silence implements ProgressBarConsumer {

    @Override
    public int getMaxRenderedLength() {
        return 80;
    }

    @Override
    public void accept(String bar) {
        // nobody watches
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
