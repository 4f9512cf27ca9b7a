"""How papers say in Indonesian by which convention a number was obtained. For tests only.

For each method whole sentences, which stand in the methods section or in the note of a table, and clauses, which stand
in the sentence that prints the numbers. {B} is a number of draws. The English ones are in
`conventions_said_en`.
"""

from __future__ import annotations

Said = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]

SAID: Said = {
    "permutation": (
        ("Nilai p diperoleh dengan mengacak ulang label kelompok sebanyak {B} kali.",
         "Kemaknaan dinilai dengan {B} permutasi acak.", "Semua nilai p berasal dari uji permutasi.",
         "Distribusi acuan dibentuk dengan mengacak data {B} kali.",
         "Nilai p adalah proporsi dari {B} pengacakan tanda.", "Dilakukan randomisasi ulang sebanyak {B} kali.",
         "Nilai p berdasarkan permutasi 10.000 kali.", "Uji permutasi digunakan.",
         "Nilai p diperoleh dari pengacakan kelompok secara berulang."),
        ("p dari permutasi", "uji permutasi", "p hasil pengacakan", "p dari {B} pengacakan label"),
    ),
    "bootstrap": (
        ("Interval kepercayaan dihitung dengan bootstrap ({B} sampel).", "Interval kepercayaan adalah interval BCa.",
         "Interval diperoleh dari {B} sampel dengan pengembalian.",
         "Interval kepercayaan berasal dari penarikan sampel ulang {B} kali.",
         "Batas interval adalah persentil dari {B} sampel bootstrap.", "Dilakukan bootstrapping sebanyak 1000 kali.",
         "Interval kepercayaan bootstrap BCa 95%."),
        ("interval bootstrap", "IK bootstrap", "BCa", "dari {B} sampel ulang"),
    ),
    "simulated": (
        ("Nilai p tabel yang jarang disimulasikan ({B} kali).", "Nilai p dihitung dengan simulasi Monte Carlo.",
         "Nilai p berasal dari {B} tabel acak dengan jumlah tepi yang sama.",
         "Distribusi nol diperoleh dari simulasi.", "Nilai p menggunakan simulasi Monte Carlo.",
         "Nilai p disimulasikan."),
        ("p hasil simulasi", "p Monte Carlo", "p dari {B} tabel simulasi"),
    ),
    "exact": (
        ("Uji eksak Fisher dipakai bila nilai harapan kurang dari 5.",
         "Uji Fisher digunakan untuk sel dengan sedikit data.", "Nilai p eksak disajikan untuk sampel kecil.",
         "Nilai p dihitung secara eksak.", "Probabilitas eksak dua sisi dilaporkan.", "Digunakan distribusi eksak.",
         "Data dianalisis dengan uji Fisher Exact.", "Digunakan uji alternatif Fisher's Exact Test.",
         "Nilai p berdasarkan uji exact.", "Uji Fisher's exact dipakai karena ada sel dengan nilai harapan < 5."),
        ("p eksak", "uji eksak Fisher", "Fisher's exact", "signifikansi eksak", "exact sig."),
    ),
    "transformed": (
        ("Data ditransformasi logaritma sebelum diuji; rerata dan SD adalah data asli.",
         "Uji dilakukan pada skala log.", "Analisis memakai akar kuadrat dari jumlah kejadian.",
         "Data diubah menjadi peringkat sebelum uji t.", "Karena data miring, dipakai nilai ln.",
         "Statistik uji merujuk pada data yang telah ditransformasi.", "Nilai log dipakai untuk pengujian.",
         "Data dilakukan transformasi log.", "Uji t dilakukan terhadap data hasil transformasi.",
         "Data tidak normal sehingga ditransformasi.",
         "Analisis menggunakan data yang sudah ditransformasikan ke bentuk logaritma."),
        ("pada skala log", "setelah transformasi log", "dari data yang ditransformasi", "dihitung pada peringkat",
         "akar kuadrat"),
    ),
    "pooled error": (
        ("Perbandingan berpasangan memakai galat gabungan dari ANOVA.", "Kontras diuji dengan kuadrat tengah galat.",
         "Uji lanjut memakai ragam dalam kelompok dari semua kelompok.", "Uji BNT dihitung dari ANOVA.",
         "Kelompok dibandingkan dua-dua dengan varians sisaan seluruh analisis.",
         "Uji lanjut LSD dipakai setelah ANOVA.", "Dilanjutkan dengan uji post hoc.", "Uji lanjut Tukey digunakan.",
         "Perbandingan antar dua kelompok menggunakan uji LSD.", "Dilakukan uji kontras."),
        ("kontras terencana", "dengan galat gabungan", "uji lanjut", "post hoc", "LSD"),
    ),
    "adjusted": (
        ("Selisih disesuaikan dengan skor awal.", "Perkiraan berasal dari analisis kovarian.",
         "Nilai awal dimasukkan sebagai kovariat.", "Perubahan adalah rerata terkoreksi pada nilai awal rata-rata.",
         "Semua efek dikontrol terhadap pretest.", "Dipakai model linier dengan perlakuan dan nilai awal.",
         "Nilai p berasal dari ANCOVA.", "Analisis multivariat menggunakan regresi logistik.",
         "Nilai telah dikontrol dengan usia.", "Digunakan ANCOVA dengan kovariat skor awal.",
         "Rerata disesuaikan (adjusted mean).", "Setelah mengendalikan variabel perancu."),
        ("disesuaikan dengan nilai awal", "ANCOVA", "terkoreksi nilai awal", "dengan mengontrol pretest",
         "rerata terkoreksi"),
    ),
    "stratified": (
        ("Proporsi dibandingkan dengan uji Cochran–Mantel–Haenszel.", "Uji distratifikasi menurut puskesmas.",
         "Rasio odds gabungan antar strata disajikan.", "Analisis dilakukan per strata umur lalu digabungkan.",
         "Strata randomisasi diperhitungkan dalam semua uji.", "Analisis stratifikasi dilakukan.",
         "Uji Mantel-Haenszel dipakai.", "Dianalisis secara berstrata."),
        ("distratifikasi menurut tempat", "CMH", "Mantel–Haenszel", "digabungkan antar strata"),
    ),
    "design-based": (
        ("Semua uji memperhitungkan rancangan sampel kompleks.", "Nilai p dikoreksi untuk klaster (Rao–Scott).",
         "Galat baku robust terhadap klaster dipakai.", "Nilai p memperhitungkan pengelompokan anak dalam desa.",
         "Efek desain diperhitungkan.", "Analisis memakai modul sampel kompleks.",
         "Analisis menggunakan complex samples.", "Memperhitungkan desain survei.", "Standar error robust digunakan."),
        ("dikoreksi Rao–Scott", "p dengan efek desain", "p robust klaster", "memperhitungkan klaster"),
    ),
    "cumulative incidence": (
        ("Persentase adalah estimasi Kaplan–Meier.", "Insidensi kumulatif memperhitungkan data tersensor.",
         "Angka kejadian dihitung dengan metode product-limit.", "Responden yang hilang dari pengamatan disensor.",
         "Persentase adalah satu dikurangi fungsi ketahanan hidup.", "Dihitung dengan metode Kaplan-Meier.",
         "Probabilitas kumulatif pada 12 bulan.", "Data tersensor diperhitungkan."),
        ("estimasi Kaplan–Meier", "insidensi kumulatif", "risiko dua tahun", "dengan data tersensor"),
    ),
    "standardised": (
        ("Persentase distandardisasi menurut umur seluruh sampel.",
         "Prevalensi distandardisasi langsung menurut umur.", "Persentase merujuk pada populasi standar.",
         "Prevalensi terstandar umur disajikan.", "Dilakukan standardisasi langsung menurut umur.",
         "Prevalensi sudah distandardisasi umur.", "Angka standar umur disajikan."),
        ("terstandardisasi umur", "distandardisasi", "prevalensi terstandar umur"),
    ),
    "weighted": (
        ("Persentase dibobot; jumlah tidak dibobot.", "Estimasi diberi bobot sesuai populasi.",
         "Bobot survei diterapkan pada semua persentase.", "Data ditimbang menurut jenis kelamin dan pendidikan.",
         "Rerata tertimbang disajikan.", "Persentase sudah dibobot.", "Data tertimbang.",
         "Menggunakan pembobotan sampel."),
        ("tertimbang", "persentase tertimbang", "setelah pembobotan", "dengan bobot"),
    ),
    "of those who answered": (
        ("Persentase dihitung dari yang menjawab.", "Penyebut berbeda karena ada jawaban yang hilang.",
         "Persentase valid disajikan.", "Persentase tidak termasuk data hilang.",
         "Tidak semua responden menjawab setiap pertanyaan; persentase merujuk pada yang menjawab.",
         "Responden dengan data kosong dikeluarkan dari persentase.", "Persentase valid (valid percent) digunakan.",
         "Dihitung dari responden yang menjawab.", "Data hilang tidak diikutkan.",
         "Jumlah responden tiap item berbeda."),
        ("dari yang menjawab", "persen valid", "tanpa data hilang", "dari responden yang mengisi"),
    ),
    "several answers": (
        ("Responden boleh memberi lebih dari satu jawaban.", "Jawaban ganda diperbolehkan.",
         "Responden mencentang semua pilihan yang sesuai.",
         "Jumlah melebihi 100 persen karena boleh memilih beberapa.",
         "Satu orang dapat masuk lebih dari satu kategori.", "Responden bebas memilih beberapa alasan.",
         "Responden dapat menjawab lebih dari satu.", "Jawaban boleh lebih dari satu.",
         "Responden dapat memilih lebih dari satu.", "Pertanyaan multi jawaban."),
        ("boleh lebih dari satu jawaban", "jawaban ganda", "dapat memilih beberapa"),
    ),
    "events": (
        ("Satu pasien dapat mengalami beberapa kejadian.", "Angka adalah jumlah episode, bukan jumlah pasien.",
         "Yang dihitung adalah kejadian.", "Beberapa responden mengalami lebih dari satu episode.",
         "Setiap kekambuhan dihitung.", "Angka dinyatakan per 100 responden.",
         "Satu ibu dapat mengalami lebih dari satu kejadian.", "Jumlah kejadian, bukan jumlah pasien.",
         "Kejadian berulang dihitung."),
        ("jumlah kejadian, bukan orang", "jumlah episode", "per 100 orang", "setiap episode dihitung"),
    ),
}  # fmt: skip
BESIDE = {  # what is no method, but is told too
    "one-sided p": "Semua uji bersifat satu arah.", "one sample against a norm": "Skor dibandingkan dengan norma.",
    "interval of the difference from a norm": "Interval adalah interval selisih terhadap norma.",
    "d over another SD": "Besar efek memakai simpangan baku kelompok kontrol.",
}  # fmt: skip
