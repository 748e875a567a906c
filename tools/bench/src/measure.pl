# Runs one command and writes what it cost, as the kernel accounts for it, to a file as JSON.
#
#   perl measure.pl <report file> <command> [arguments…]
#
# wait4(2) is the right source: its figures cover every thread of the command and every descendant that was waited
# for, to the microsecond. Node offers no such call; bash's `times` has no memory, and GNU time is not on every
# machine. Perl is (perl-base is an essential package of Debian), and `syscall` needs no module beside it. The
# wrapper is a few megabytes large, so it does not raise the peak of the process that it forks.
#
# A command can end its own helpers with itself, and so before it has waited for them: then they become children of the
# wrapper (it is a "subreaper") and are added. One that lives on, such as a daemon, is not waited for.
use strict;
use warnings;
use POSIX ();

my ($report, @command) = @ARGV;
my $machine = (POSIX::uname())[4];
my %numbers = (x86_64 => { wait4 => 61, clock_gettime => 228, prctl => 157 }, aarch64 => { wait4 => 260, clock_gettime => 113, prctl => 167 });
my $number = $numbers{$machine};
die "measure.pl knows the system calls of Linux on x86_64 and aarch64, this is $^O on $machine\n"
    unless $^O eq 'linux' && $number;

sub monotonic_seconds {
    my $time = pack('l!2', 0, 0);
    syscall($number->{clock_gettime}, 1, $time) == 0 or die "clock_gettime: $!\n";
    my ($seconds, $nanoseconds) = unpack('l!2', $time);
    return $seconds + $nanoseconds / 1e9;
}

use constant { PR_SET_CHILD_SUBREAPER => 36, WNOHANG => 1, ORPHAN_SECONDS => 0.5 };
syscall($number->{prctl}, PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0 or die "prctl: $!\n";

my $start = monotonic_seconds();
my $child = fork() // die "fork: $!\n";
if ($child == 0) {
    exec { $command[0] } @command or do { print STDERR "$command[0]: $!\n"; POSIX::_exit(127) };
}

my $status = pack('i', 0);
my $usage = pack('l!18', (0) x 18);
while (syscall($number->{wait4}, $child, $status, 0, $usage) < 0) {
    die "wait4: $!\n" unless $! == POSIX::EINTR();
}
my $wall = monotonic_seconds() - $start;

# struct rusage: two timevals (user, system), then ru_maxrss in KiB.
my ($user, $user_micro, $system, $system_micro, $peak_kib) = unpack('l!5', $usage);
my $wait_status = unpack('i', $status);

# Those that were killed as the command ended are gone in milliseconds.
my $until = monotonic_seconds() + ORPHAN_SECONDS;
while (monotonic_seconds() < $until) {
    my $orphan_status = pack('i', 0);
    my $orphan_usage = pack('l!18', (0) x 18);
    my $ended = syscall($number->{wait4}, -1, $orphan_status, WNOHANG, $orphan_usage);
    last if $ended < 0;
    if ($ended == 0) {
        select(undef, undef, undef, 0.002);
        next;
    }
    my @orphan = unpack('l!5', $orphan_usage);
    $user += $orphan[0];
    $user_micro += $orphan[1];
    $system += $orphan[2];
    $system_micro += $orphan[3];
    $peak_kib = $orphan[4] if $orphan[4] > $peak_kib;
}
open(my $file, '>', $report) or die "$report: $!\n";
printf $file '{"wallSeconds":%.6f,"userSeconds":%.6f,"systemSeconds":%.6f,"peakBytes":%d,"exitCode":%d,"signal":%d}',
    $wall, $user + $user_micro / 1e6, $system + $system_micro / 1e6, $peak_kib * 1024,
    $wait_status >> 8 & 255, $wait_status & 127;
close($file) or die "$report: $!\n";
