#!/usr/bin/env bash
# Does a run on a real Slurm give the bytes of a local one? A Slurm of one node is set up on this machine, used, and taken
# down again:   make slurm-test   (as root; needs Debian's slurm-wlm and munge)
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$1
conf=/etc/slurm/slurm.conf
for program in slurmctld slurmd munged squeue; do
    command -v "$program" >/dev/null || { echo "found no $program; write: apt-get install slurm-wlm munge" >&2; exit 2; }
done
[ "$(id -u)" = 0 ] || { echo "Slurm's daemons have to be started as root" >&2; exit 2; }
if [ -e "$conf" ]; then
    echo "found $conf; this machine has a Slurm of its own, which is left alone" >&2
    exit 2
fi

spool=$(mktemp -d) && work=$(mktemp -d)
stop() {
    pkill -x slurmd || true
    pkill -x slurmctld || true
    pkill -x munged || true
    rm -rf "$conf" "$spool" "$work"
}
trap stop EXIT
trap "exit 130" INT TERM

mkdir -p /etc/slurm /run/munge
chown munge: /run/munge
pgrep -x munged >/dev/null || runuser -u munge -- /usr/sbin/munged
cat >"$conf" <<CONF
ClusterName=one
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$spool/state
SlurmdSpoolDir=$spool/node
SlurmctldLogFile=$spool/slurmctld.log
SlurmdLogFile=$spool/slurmd.log
SlurmctldPidFile=$spool/slurmctld.pid
SlurmdPidFile=$spool/slurmd.pid
AuthType=auth/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
AccountingStorageType=accounting_storage/none
MinJobAge=3600
SlurmdParameters=config_overrides # the node may say that it has more than the machine
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=6 RealMemory=16000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
mkdir -p "$spool/state" "$spool/node"
slurmctld
slurmd
for _ in $(seq 30); do sinfo -h -o %t 2>/dev/null | grep -q idle && break; sleep 1; done
sinfo

for where in local slurm; do
    mkdir "$work/$where"
    cp -r studies notebooks evidence config.yaml "$work/$where"
    find "$work/$where" -name 'original*' -delete
done
export PATH="$bin:$PATH"
run() { snakemake --snakefile Snakefile --directory "$work/$1" "${@:2}" 2>&1 | tail -n 4; }
SECONDS=0
run local --workflow-profile profiles/default --cores 2
echo "local: $SECONDS s"
SECONDS=0
run slurm --workflow-profile profiles/slurm
echo "Slurm: $SECONDS s, $(squeue -h -t all | wc -l) jobs"
find "$work" -name .snakemake_timestamp -delete
diff -r "$work/local/results" "$work/slurm/results"
echo "the same bytes: $(find "$work/slurm/results" -type f | wc -l) files"
