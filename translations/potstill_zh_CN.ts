<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ErrorTexts</name>
    <message>
        <source>There is no image in %1: the folder is empty.</source>
        <translation>%1 中没有图像：文件夹是空的。</translation>
    </message>
    <message>
        <source>There is no image in %1, but “%2”: choose that file itself.</source>
        <translation>%1 中没有图像，但有“%2”：请直接选择该文件。</translation>
    </message>
    <message>
        <source>There is no image in %1, but “%2”: unpack that first.</source>
        <translation>%1 中没有图像，但有“%2”：请先解压它。</translation>
    </message>
    <message>
        <source>There is no JPEG, PNG, WebP, BMP or TIFF in %1 or the folders in it, only other files such as “%2”.</source>
        <translation>%1 及其子文件夹中没有 JPEG、PNG、WebP、BMP 或 TIFF，只有“%2”等其他文件。</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Make room on that disk.</source>
        <translation>磁盘已满：无法写入 %1。请在该磁盘上腾出空间。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written: the system says “%2”.</source>
        <translation>无法读取或写入 %1：系统提示“%2”。</translation>
    </message>
    <message>
        <source>%1 is damaged, or it is no file of the kind that it should be.</source>
        <translation>%1 已损坏，或不是所需类型的文件。</translation>
    </message>
    <message>
        <source>There is no JPEG, PNG, WebP, BMP or TIFF in %1.</source>
        <translation>%1 中没有 JPEG、PNG、WebP、BMP 或 TIFF。</translation>
    </message>
    <message>
        <source>There is nothing at &apos;%1&apos;; name a folder of images, a packed set, a ZIP file, or &apos;sprites&apos;.</source>
        <translation>“%1”处没有内容；请指定图像文件夹、打包数据集、ZIP 文件或“sprites”。</translation>
    </message>
    <message>
        <source>%1 is one image; choose the folder that it lies in.</source>
        <translation>%1 是单张图像；请选择它所在的文件夹。</translation>
    </message>
    <message>
        <source>%1 is not of a kind that is read. Unpack an archive and choose the folder, or choose a ZIP file or a packed set.</source>
        <translation>%1 不是可读取的类型。如果是压缩包，请解压后选择文件夹；也可选择 ZIP 文件或打包数据集。</translation>
    </message>
    <message>
        <source>Reading the images once needs %1 MB at %3, but %2 MB are free.</source>
        <translation>读取图像一次需要在 %3 占用 %1 MB，但只剩 %2 MB 可用。</translation>
    </message>
    <message>
        <source>The run needs about %1 GB for its checkpoints, samples and packed data, but %2 GB are free in %3. Make room, keep fewer checkpoints or sample less often.</source>
        <translation>此运行的检查点、样本和打包数据约需 %1 GB，但 %3 只剩 %2 GB 可用。请腾出空间、少保留检查点或降低采样频率。</translation>
    </message>
    <message>
        <source>There is no model at &apos;%1&apos;; choose a run, a bundled model or a folder.</source>
        <translation>“%1”处没有模型；请选择运行、内置模型或文件夹。</translation>
    </message>
    <message>
        <source>%1 holds no model; choose a run, a checkpoint, a bundled model or a folder of diffusers.</source>
        <translation>%1 中没有模型；请选择运行、检查点、内置模型或 diffusers 文件夹。</translation>
    </message>
    <message>
        <source>“%1” has no whole checkpoint yet.</source>
        <translation>“%1”还没有完整的检查点。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged; choose another one.</source>
        <translation>检查点 %1 已损坏；请另选一个。</translation>
    </message>
    <message>
        <source>“%1” is in use by another program. End that first, or wait until it is done.</source>
        <translation>“%1”正被另一个程序使用。请先结束该程序，或等它完成。</translation>
    </message>
    <message>
        <source>“%1” is in use by process %2 on %3. End that first, or wait until it is done.</source>
        <translation>“%1”正被 %3 上的进程 %2 使用。请先结束该进程，或等它完成。</translation>
    </message>
    <message>
        <source>“%1” is being trained; stop it first.</source>
        <translation>“%1”正在训练；请先停止它。</translation>
    </message>
    <message>
        <source>“%1” is gone already.</source>
        <translation>“%1”已经不存在。</translation>
    </message>
    <message>
        <source>“%1” is no longer in the trash.</source>
        <translation>“%1”已不在回收站中。</translation>
    </message>
    <message>
        <source>“%1” cannot be brought back: something else is in its place.</source>
        <translation>无法恢复“%1”：原来的位置已有其他内容。</translation>
    </message>
    <message>
        <source>%1 is no project.</source>
        <translation>%1 不是项目。</translation>
    </message>
    <message>
        <source>The project %1 was written by a newer version of this program.</source>
        <translation>项目 %1 由此程序的较新版本写出。</translation>
    </message>
    <message>
        <source>%1 is a file; a project is a folder.</source>
        <translation>%1 是文件；项目应为文件夹。</translation>
    </message>
    <message>
        <source>%1 is no project and not empty: it holds “%2”. Choose an empty or new folder.</source>
        <translation>%1 不是项目，也不是空的：其中有“%2”。请选择空文件夹或新文件夹。</translation>
    </message>
    <message>
        <source>“%1” gave %2 steps in a row that are not finite (mean noise level t = %3). A smaller learning rate or 32-bit precision helps.</source>
        <translation>“%1”连续 %2 步不是有限值（平均噪声水平 t = %3）。降低学习率或使用 32 位精度会有帮助。</translation>
    </message>
    <message>
        <source>The disk is full, and the run was stopped before there was room; the last checkpoint holds %1 images.</source>
        <translation>磁盘已满，运行在腾出空间之前已停止；最近的检查点位于 %1 张图像处。</translation>
    </message>
    <message>
        <source>The device has not enough memory for this; a smaller batch or network needs less.</source>
        <translation>设备内存不足；减小批次或网络可减少所需内存。</translation>
    </message>
    <message>
        <source>The machine has not enough memory for this; a smaller batch or network needs less.</source>
        <translation>本机内存不足；减小批次或网络可减少所需内存。</translation>
    </message>
    <message>
        <source>None of the %1 images in %2 can be read. The first: %3</source>
        <translation>%2 中的 %1 幅图像都无法读取。第一幅：%3</translation>
    </message>
    <message>
        <source>At least %1 of the %2 images in %3 cannot be read; up to %4 % of them would be left out. The first: %5</source>
        <translation>%3 的 %2 幅图像中至少有 %1 幅无法读取；最多只会略过 %4 %。第一幅：%5</translation>
    </message>
    <message>
        <source>The definition of this comparison does not hold: %1</source>
        <translation>此比较的定义不成立：%1</translation>
    </message>
    <message>
        <source>The definition of this comparison cannot be read: “%1” is missing, not known, or not what it should be.</source>
        <translation>此比较的定义无法读取：“%1”缺失、未知或内容不对。</translation>
    </message>
    <message>
        <source>“%1” is not a setting.</source>
        <translation>“%1”不是一项设置。</translation>
    </message>
    <message>
        <source>“%1” is not a setting. Did you mean “%2”?</source>
        <translation>“%1”不是一项设置。您是指“%2”吗？</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”.</source>
        <translation>“%1”不能为“%2”。</translation>
    </message>
    <message>
        <source>“%1” has no values; write %1=first,second.</source>
        <translation>“%1”没有值；请写成 %1=值一,值二。</translation>
    </message>
    <message>
        <source>“%1” is named twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>The sweep has more than %1 combinations.</source>
        <translation>扫描的组合超过 %1 种。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>{0} is preferred to {1}</source>
        <translation>{0}比{1}更受偏好</translation>
    </message>
    <message>
        <source>{0} is not worse than {1} by more than {2}</source>
        <translation>{0}与{1}相比差距不超过 {2}</translation>
    </message>
    <message>
        <source>{0} is worse than {1} by more than {2}</source>
        <translation>{0}比{1}差，差距超过 {2}</translation>
    </message>
    <message>
        <source>The share of wins of {0} against {1} is known to ± {2}</source>
        <translation>{0}对{1}的胜率已知，精度 ± {2}</translation>
    </message>
    <message>
        <source>It is not decided yet whether {0} or {1} is preferred</source>
        <translation>{0}与{1}何者更受偏好尚无定论</translation>
    </message>
    <message>
        <source>It is not decided yet whether {0} is worse than {1} by more than {2}</source>
        <translation>{0}是否比{1}差 {2} 以上尚无定论</translation>
    </message>
    <message>
        <source>The share of wins of {0} against {1} is not yet known to ± {2}</source>
        <translation>{0}对{1}的胜率尚未达到 ± {2} 的精度</translation>
    </message>
    <message>
        <source>{0}: {1}, decided after {2} with at most {3} risk of a false alarm.</source>
        <translation>{0}：{1}，在 {2} 票后得出，误报风险不超过 {3}。</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation>{0}：{1}。</translation>
    </message>
    <message>
        <source>Exploratory: {0}</source>
        <translation>探索性：{0}</translation>
    </message>
    <message>
        <source>{0} vote</source>
        <translation>{0} 票</translation>
    </message>
    <message>
        <source>{0} votes</source>
        <translation>{0} 票</translation>
    </message>
    <message>
        <source>None of the {0} pairs is decided after {1}.</source>
        <translation>{1}之后，{0} 对均无定论。</translation>
    </message>
    <message>
        <source>at {0} confidence</source>
        <translation>置信度 {0}</translation>
    </message>
    <message>
        <source>with at most {0} risk of any false alarm</source>
        <translation>出现任何误报的风险不超过 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} pairs is decided after {2}, {3}: {4}.</source>
        <translation>{2}之后 {1} 对中有 {0} 对得出定论，{3}：{4}。</translation>
    </message>
    <message>
        <source>{0} of {1} pairs are decided after {2}, {3}: {4}.</source>
        <translation>{2}之后 {1} 对中有 {0} 对得出定论，{3}：{4}。</translation>
    </message>
    <message>
        <source>there are no votes that count</source>
        <translation>没有计入的投票</translation>
    </message>
    <message>
        <source>none of {0} vote prefers one of them</source>
        <translation>{0} 票中没有一票偏好其中之一</translation>
    </message>
    <message>
        <source>none of {0} votes prefers one of them</source>
        <translation>{0} 票中没有一票偏好其中之一</translation>
    </message>
    <message>
        <source>{0} untied vote</source>
        <translation>{0} 张非平局票</translation>
    </message>
    <message>
        <source>{0} untied votes</source>
        <translation>{0} 张非平局票</translation>
    </message>
    <message>
        <source>{0} won {1} of {2} ({3} confidence sequence {4} to {5})</source>
        <translation>{0}赢得 {2}中的 {1}（{3} 置信序列 {4} 至 {5}）</translation>
    </message>
    <message>
        <source>{0} percentage point</source>
        <translation>{0} 个百分点</translation>
    </message>
    <message>
        <source>{0} percentage points</source>
        <translation>{0} 个百分点</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>The agreement is estimated.</source>
        <translation>一致度已估计。</translation>
    </message>
    <message>
        <source>No pair was judged by two raters, so their agreement is not known.</source>
        <translation>没有任何一对由两位评分者判断，因此一致度未知。</translation>
    </message>
    <message>
        <source>All judgements are the same, so agreement beyond chance is not defined.</source>
        <translation>所有判断都相同，因此超出偶然的一致度没有定义。</translation>
    </message>
    <message>
        <source>{0} failed {1} check pairs in session {2}; at most {3} may fail</source>
        <translation>{0} 在场次 {2} 中有 {1} 个检查对未通过；最多允许 {3} 个</translation>
    </message>
    <message>
        <source>answered after {0} ms; {1} are the least</source>
        <translation>作答用时 {0} 毫秒；至少须 {1} 毫秒</translation>
    </message>
    <message>
        <source>both images are of one system</source>
        <translation>两张图像出自同一系统</translation>
    </message>
    <message>
        <source>noise seed {0} is none of the comparison&apos;s</source>
        <translation>噪声种子 {0} 不属于该比较</translation>
    </message>
    <message>
        <source>systems {0} and {1} are no pair of the comparison</source>
        <translation>系统 {0} 与 {1} 不是该比较中的一对</translation>
    </message>
    <message>
        <source>The strengths are estimated.</source>
        <translation>强度已估计。</translation>
    </message>
    <message>
        <source>There are no votes yet that say which image is better.</source>
        <translation>还没有说明哪张图像更好的投票。</translation>
    </message>
    <message>
        <source>A comparison needs two systems at least.</source>
        <translation>比较至少需要两个系统。</translation>
    </message>
    <message>
        <source>Some systems were never shown against the others, directly or through a third, so their strengths cannot be set side by side.</source>
        <translation>有些系统从未直接或经由第三者与其他系统对比，因此它们的强度无法并列比较。</translation>
    </message>
    <message>
        <source>Every vote so far is a tie, so no system is told apart from another.</source>
        <translation>目前每一票都是平局，因此无法区分任何系统。</translation>
    </message>
    <message>
        <source>The pairs were always shown the same way round, so that liking a side cannot be told from liking a system.</source>
        <translation>各对始终以相同的左右次序显示，因此无法区分偏好的是某一侧还是某个系统。</translation>
    </message>
    <message>
        <source>Some systems won every vote against the others, so that the votes set no bound to their strength.</source>
        <translation>有些系统在与其他系统的对比中赢得了每一票，因此投票无法限定其强度。</translation>
    </message>
    <message>
        <source>The votes determine no finite strengths.</source>
        <translation>这些投票不能确定有限的强度。</translation>
    </message>
    <message>
        <source>{0} votes, of which {1} were check pairs and {2} were left out; {3} count for the test.</source>
        <translation>共 {0} 票，其中 {1} 票为检查对，{2} 票被排除；{3} 票计入检验。</translation>
    </message>
    <message>
        <source>{0} ({1} to {2})</source>
        <translation>{0}（{1} 至 {2}）</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>对比组</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>对比组</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>胜</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>平</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>负</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>都差</translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation>胜率</translation>
    </message>
    <message>
        <source>Evidence (E)</source>
        <translation>证据 (E)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>{0} against {1}</source>
        <translation>{0} 对 {1}</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>尚无定论</translation>
    </message>
    <message>
        <source>first is preferred</source>
        <translation>偏好第一个</translation>
    </message>
    <message>
        <source>second is preferred</source>
        <translation>偏好第二个</translation>
    </message>
    <message>
        <source>not worse by the margin</source>
        <translation>不差于给定幅度</translation>
    </message>
    <message>
        <source>worse by more than the margin</source>
        <translation>差距超过给定幅度</translation>
    </message>
    <message>
        <source>known precisely enough</source>
        <translation>精度已足够</translation>
    </message>
    <message>
        <source>{0} after {1} untied votes</source>
        <translation>{1} 张非平局票后：{0}</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Elo</source>
        <translation>Elo</translation>
    </message>
    <message>
        <source>Bootstrap</source>
        <translation>自助法</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示次数</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
    <message>
        <source>Davidson&apos;s model with a side effect of {0} ± {1} logits for the left, ridge {2}.</source>
        <translation>Davidson 模型，左侧效应为 {0} ± {1} logit，岭参数 {2}。</translation>
    </message>
    <message>
        <source>Some systems, or one side, won every vote, so that the strengths are bounded by the ridge alone.</source>
        <translation>有些系统或某一侧赢得了每一票，因此强度仅由岭参数限定。</translation>
    </message>
    <message>
        <source>Intervals at {0} from the sandwich covariance, clustered by rater ({1} clusters).</source>
        <translation>{0} 区间由三明治协方差得出，按评分者聚类（{1} 个聚类）。</translation>
    </message>
    <message>
        <source>Intervals at {0} from the sandwich covariance, clustered by noise seed ({1} clusters).</source>
        <translation>{0} 区间由三明治协方差得出，按噪声种子聚类（{1} 个聚类）。</translation>
    </message>
    <message>
        <source>Intervals at {0} from the sandwich covariance, each vote for itself ({1} votes).</source>
        <translation>{0} 区间由三明治协方差得出，每票单独计（{1} 票）。</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha is {0} ({1} to {2}) over {3} pairs that were judged more than once.</source>
        <translation>Krippendorff α 为 {0}（{1} 至 {2}），基于被判断过不止一次的 {3} 对。</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa of {0} and {1} is {2} ({3} to {4}) over {5} pairs.</source>
        <translation>{0} 与 {1} 的 Cohen κ 为 {2}（{3} 至 {4}），基于 {5} 对。</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Left picks</source>
        <translation>选左比例</translation>
    </message>
    <message>
        <source>Repeated alike</source>
        <translation>重复一致</translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation>未通过检查</translation>
    </message>
    <message>
        <source>As others</source>
        <translation>与他人一致</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>中位用时</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>prefers a side</source>
        <translation>偏好某一侧</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Several pairs are corrected with e-Holm, their confidence sequences with Bonferroni&apos;s factor.</source>
        <translation>多个对比组用 e-Holm 校正，其置信序列用 Bonferroni 因子校正。</translation>
    </message>
    <message>
        <source>How it was tested</source>
        <translation>检验方法</translation>
    </message>
    <message>
        <source>Each noise seed counts once for a pair of systems; further votes on it serve the agreement alone.</source>
        <translation>对每一对系统，每个噪声种子只计一次；对同一种子的其他投票仅用于一致度。</translation>
    </message>
    <message>
        <source>The evidence E is the likelihood of the untied votes under a beta mixture (a = {0}) over that under a share of wins of {1}.</source>
        <translation>证据 E 是非平局票在 beta 混合（a = {0}）下的似然与在胜率为 {1} 下的似然之比。</translation>
    </message>
    <message>
        <source>It may be looked at after every vote: whatever the moment of stopping, the risk that it reaches 1/alpha = {0} without cause is at most {1}.</source>
        <translation>每一票之后都可查看：无论何时停止，它无故达到 1/alpha = {0} 的风险至多为 {1}。</translation>
    </message>
    <message>
        <source>Confidence sequences hold at all moments together.</source>
        <translation>置信序列在所有时刻同时成立。</translation>
    </message>
    <message>
        <source>the first of a pair is preferred to the second, or the second to the first</source>
        <translation>每对中第一个比第二个更受偏好，或第二个比第一个更受偏好</translation>
    </message>
    <message>
        <source>the first of a pair wins more than {0} of the untied votes</source>
        <translation>每对中的第一个赢得超过 {0} 的非平局票</translation>
    </message>
    <message>
        <source>the share of wins is estimated to ± {0}</source>
        <translation>胜率的估计精度达到 ± {0}</translation>
    </message>
    <message>
        <source>Fixed before the first vote</source>
        <translation>在第一票之前固定</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>confirmatory</source>
        <translation>验证性</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>探索性</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>Prior a, alpha, ridge</source>
        <translation>先验 a、alpha、岭参数</translation>
    </message>
    <message>
        <source>answers faster than {0} ms; sessions with more than {1} failed check pairs</source>
        <translation>快于 {0} 毫秒的作答；未通过的检查对多于 {1} 个的场次</translation>
    </message>
    <message>
        <source>Whose votes count</source>
        <translation>计入谁的投票</translation>
    </message>
    <message>
        <source>everyone&apos;s</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Noise seeds</source>
        <translation>噪声种子</translation>
    </message>
    <message>
        <source>{0}, of which {1} are shown to every rater</source>
        <translation>{0} 个，其中 {1} 个向每位评分者显示</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>一场</translation>
    </message>
    <message>
        <source>{0} pairs and {1} check pairs</source>
        <translation>{0} 对和 {1} 个检查对</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>SHA-256 of its canonical text:</source>
        <translation>其规范文本的 SHA-256：</translation>
    </message>
    <message>
        <source>Canonical text</source>
        <translation>规范文本</translation>
    </message>
    <message>
        <source>Evidence over votes: it ends at {0}; the stopping line is at {1}.</source>
        <translation>证据随投票的变化：终值为 {0}；停止线在 {1}。</translation>
    </message>
    <message>
        <source>untied votes</source>
        <translation>非平局票</translation>
    </message>
    <message>
        <source>Share of wins over votes: it ends at {0} %, between {1} and {2} %.</source>
        <translation>胜率随投票的变化：终值为 {0} %，介于 {1} % 与 {2} % 之间。</translation>
    </message>
    <message>
        <source>Strengths in Elo points:</source>
        <translation>强度（Elo 分）：</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message>
        <source>{0} judged this pair before; the first vote counts</source>
        <translation>{0} 此前已判断过这一对；以第一票为准</translation>
    </message>
</context>
<context>
    <name>Issues</name>
    <message>
        <source>above %1 and at most %2</source>
        <translation>大于 %1 且至多 %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>This must be on or off.</source>
        <translation>此处须为“开”或“关闭”。</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>此处需要整数。</translation>
    </message>
    <message>
        <source>A number is needed.</source>
        <translation>此处需要数字。</translation>
    </message>
    <message>
        <source>Numbers are needed, separated by commas.</source>
        <translation>此处需要数字，用逗号分隔。</translation>
    </message>
    <message>
        <source>Whole numbers are needed, separated by commas.</source>
        <translation>此处需要整数，用逗号分隔。</translation>
    </message>
    <message>
        <source>This is not one of the choices.</source>
        <translation>这不是可选项之一。</translation>
    </message>
    <message>
        <source>A text is needed.</source>
        <translation>此处需要文本。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a setting.</source>
        <translation>“%1”不是设置项。</translation>
    </message>
    <message>
        <source>%1 is out of range; it must be %2.</source>
        <translation>%1 超出范围；允许：%2。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not make a teacher; choose one of: %2.</source>
        <translation>“%1”不能用来训练教师；请选择其中之一：%2。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; does not make a student; choose one of: %2.</source>
        <translation>“%1”不能用来得到学生；请选择其中之一：%2。</translation>
    </message>
    <message>
        <source>A teacher needs images: name a folder, a packed set, a ZIP file, or &apos;sprites&apos;.</source>
        <translation>教师需要图像：请指定图像文件夹、打包数据集、ZIP 文件或“sprites”。</translation>
    </message>
    <message>
        <source>The adversarial term and forward distillation need real images, and the data that the teacher was trained on are not known. Name them here.</source>
        <translation>对抗项和前向蒸馏需要真实图像，而训练该教师所用的数据未知。请在此指定。</translation>
    </message>
    <message>
        <source>A student needs a teacher: a run, a checkpoint, a diffusers folder or a bundled model.</source>
        <translation>学生需要教师：一次运行、一个检查点、一个 diffusers 文件夹或内置模型。</translation>
    </message>
    <message>
        <source>The built-in shapes are drawn at 16, 32 or 64 pixels, not %1.</source>
        <translation>内置图形按 16、32 或 64 像素绘制，不能为 %1。</translation>
    </message>
    <message>
        <source>The built-in shapes have 3 channels, not %1.</source>
        <translation>内置图形有 3 个通道，不能为 %1。</translation>
    </message>
    <message>
        <source>Under backward distillation a student is shown no images and has no held-out loss; choose the distance to the teacher.</source>
        <translation>后向蒸馏时学生看不到图像，没有留出损失；请选择与教师的距离。</translation>
    </message>
    <message>
        <source>The held-out loss needs a part of the data that is held out.</source>
        <translation>留出损失需要留出一部分数据。</translation>
    </message>
    <message>
        <source>Under backward distillation the student is shown no images, so there is no held-out loss; held-out images are only kept from the discriminator.</source>
        <translation>后向蒸馏时学生看不到图像，因此没有留出损失；留出的图像只是不给判别器看。</translation>
    </message>
    <message>
        <source>Only a student has a distance to its teacher.</source>
        <translation>只有学生才有与教师的距离。</translation>
    </message>
    <message>
        <source>A network needs one level at least, for example 1, 2.</source>
        <translation>网络至少需要一个层级，例如 1, 2。</translation>
    </message>
    <message>
        <source>%1 levels halve the image %2 times, but %3 pixels cannot be halved that often.</source>
        <translation>%1 个层级会把图像减半 %2 次，但 %3 像素不能减半这么多次。</translation>
    </message>
    <message>
        <source>%1 groups do not divide a level of %2 channels.</source>
        <translation>%1 个分组不能整除有 %2 个通道的层级。</translation>
    </message>
    <message>
        <source>Heads of %1 channels do not divide a level of %2 channels.</source>
        <translation>宽 %1 个通道的头不能整除有 %2 个通道的层级。</translation>
    </message>
    <message>
        <source>The EDM prediction and the EDM schedule belong together; choose both or neither.</source>
        <translation>EDM 预测与 EDM 调度须配套使用；请两者都选或都不选。</translation>
    </message>
    <message>
        <source>Rectified flow and the straight-line schedule belong together; choose both or neither.</source>
        <translation>Rectified flow 与直线调度须配套使用；请两者都选或都不选。</translation>
    </message>
    <message>
        <source>Min-SNR weights noise, clean-image and velocity prediction; rectified flow and EDM have weights of their own.</source>
        <translation>Min-SNR 用于噪声、干净图像和速度预测的加权；Rectified flow 和 EDM 有各自的权重。</translation>
    </message>
    <message>
        <source>Noise prediction says nothing where no signal is left, as at the end of this schedule; choose velocity, or the linear beta schedule.</source>
        <translation>在没有信号的地方（如此调度的末端），噪声预测不提供任何信息；请选择速度，或线性 beta 调度。</translation>
    </message>
    <message>
        <source>%1 times for %2 steps; give one time for each step, or none.</source>
        <translation>%2 步却有 %1 个时间；请为每一步各给一个时间，或留空。</translation>
    </message>
    <message>
        <source>It begins with %1; sampling starts from pure noise, so it must begin with 1.</source>
        <translation>开头为 %1；采样从纯噪声开始，因此开头必须为 1。</translation>
    </message>
    <message>
        <source>%1 after %2; times must decrease and stay above 0.</source>
        <translation>%2 之后是 %1；时间必须递减且大于 0。</translation>
    </message>
    <message>
        <source>%1 is above the shift at t = 1, %2; the shift must grow with the noise.</source>
        <translation>%1 大于 t = 1 处的移位 %2；移位必须随噪声增大。</translation>
    </message>
    <message>
        <source>With 0 the teacher is shown the student&apos;s own image without noise and has nothing to repair; choose up to 1.</source>
        <translation>取 0 时，教师看到的是不带噪声的学生图像，没有可修复的内容；请选择大于 0、至多 1 的值。</translation>
    </message>
    <message>
        <source>%1 is above %2, where the noise of the heads ends.</source>
        <translation>%1 大于判别头噪声上限 %2。</translation>
    </message>
    <message>
        <source>Fresh noise without the adversarial term tends to collapse to one picture; use own noise or switch the term on.</source>
        <translation>没有对抗项时，新噪声容易坍缩为同一幅图像；请使用自身噪声，或启用对抗项。</translation>
    </message>
    <message>
        <source>A comparison needs two systems at least.</source>
        <translation>比较至少需要两个系统。</translation>
    </message>
    <message>
        <source>System %1 has no model.</source>
        <translation>系统 %1 没有模型。</translation>
    </message>
    <message>
        <source>System %1 needs a name.</source>
        <translation>系统 %1 需要名称。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the same as another system; model or settings must differ.</source>
        <translation>“%1”与另一个系统相同；模型或设置必须不同。</translation>
    </message>
    <message>
        <source>Two systems are called &apos;%1&apos;; each needs a name of its own.</source>
        <translation>有两个系统都叫“%1”；每个系统都需要自己的名称。</translation>
    </message>
    <message>
        <source>A pair must be two different systems of the comparison.</source>
        <translation>一对必须是该比较中两个不同的系统。</translation>
    </message>
    <message>
        <source>The pair %1 is there twice.</source>
        <translation>%1 这一对出现了两次。</translation>
    </message>
    <message>
        <source>%1 is out of range; it must be from %2 to %3.</source>
        <translation>%1 超出范围；必须为 %2 至 %3。</translation>
    </message>
    <message>
        <source>%1 is out of range; it must be above %2 and at most %3.</source>
        <translation>%1 超出范围；必须大于 %2 且至多 %3。</translation>
    </message>
    <message>
        <source>A comparison needs noise seeds of its own.</source>
        <translation>比较需要自己的噪声种子。</translation>
    </message>
    <message>
        <source>Noise seed %1 is there twice.</source>
        <translation>噪声种子 %1 出现了两次。</translation>
    </message>
    <message>
        <source>Noise seed %1 of the common block is none of the comparison&apos;s.</source>
        <translation>公共部分的噪声种子 %1 不属于该比较。</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is there twice.</source>
        <translation>“%1”出现了两次。</translation>
    </message>
    <message>
        <source>Even if every vote agreed, the claim would take %1 noise seeds; these are %2.</source>
        <translation>即使每一票都一致，该主张也需要 %1 个噪声种子；现有 %2 个。</translation>
    </message>
    <message>
        <source>The inverse square root needs a warm-up: it falls from its end on, and without one the learning rate vanishes at once.</source>
        <translation>平方根倒数需要预热：学习率从预热结束起下降，没有预热就会立刻消失。</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Everything about one run.</source>
        <translation>关于一次运行的全部设置。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>A teacher is trained on data; a student is distilled from a teacher.</source>
        <translation>教师用数据训练；学生由教师蒸馏而来。</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How the network is trained.</source>
        <translation>如何训练网络。</translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation>扩散</translation>
    </message>
    <message>
        <source>Imagine Flash</source>
        <translation>Imagine Flash</translation>
    </message>
    <message>
        <source>A run, a checkpoint, a diffusers folder, or a bundled model (&quot;bundled:sprites-v&quot;).</source>
        <translation>一次运行、一个检查点、一个 diffusers 文件夹，或内置模型（“bundled:sprites-v”）。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed, settings and number of threads give the same numbers on the CPU.</source>
        <translation>种子、设置和线程数相同时，在 CPU 上得到相同的数值。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>auto, cpu or cuda:N.</source>
        <translation>auto、cpu 或 cuda:N。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Compute threads on the CPU. 0 = one per core.</source>
        <translation>CPU 上的计算线程数。0 = 每个核心一个。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Where training images come from and how they are prepared.</source>
        <translation>训练图像来自哪里，如何预处理。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>&apos;sprites&apos; for the pictures that the program draws itself, or a folder of images (one folder per class, or all in one), a packed set (.safetensors), or a ZIP with dataset.json. JPEG, PNG, WebP, BMP and TIFF are read.</source>
        <translation>“sprites”表示由程序绘制的图形；也可以是图像文件夹（每类一个文件夹，或全部放在一起）、打包的数据集（.safetensors），或带 dataset.json 的 ZIP。可读取 JPEG、PNG、WebP、BMP 和 TIFF。</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>图像尺寸</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Images are cropped to a square about their centre and resized to this many pixels a side. Sprites are drawn at 16, 32 or 64.</source>
        <translation>图像以中心裁成正方形，再缩放到这个边长（像素）。图形按 16、32 或 64 绘制。</translation>
    </message>
    <message>
        <source>Colour channels</source>
        <translation>颜色通道</translation>
    </message>
    <message>
        <source>3 for colour, 1 for grey. Colour images become grey by their brightness; grey ones are spread over three channels.</source>
        <translation>3 为彩色，1 为灰度。彩色图像按亮度转为灰度；灰度图像复制到三个通道。</translation>
    </message>
    <message>
        <source>Use classes</source>
        <translation>使用类别</translation>
    </message>
    <message>
        <source>Class folders, or the labels of a packed set or ZIP, tell the network what to draw. Off = all images are of one kind.</source>
        <translation>类别文件夹，或打包数据集、ZIP 中的标签，告诉网络要画什么。关闭 = 所有图像属于同一种。</translation>
    </message>
    <message>
        <source>Flip at random</source>
        <translation>随机翻转</translation>
    </message>
    <message>
        <source>Mirrors every other image left to right while training. Not for text or anything that has a handedness.</source>
        <translation>训练时把一半图像左右镜像。不适合文字以及其他左右有别的内容。</translation>
    </message>
    <message>
        <source>Held-out share</source>
        <translation>留出比例</translation>
    </message>
    <message>
        <source>Share of the images that is never trained on; its loss is shown beside the training loss. A gap that grows means that the network learns the images by heart.</source>
        <translation>从不参与训练的图像所占的比例；其损失显示在训练损失旁边。差距不断变大说明网络在死记图像。</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Colour behind transparent pixels, as #rrggbb.</source>
        <translation>透明像素后面的颜色，写作 #rrggbb。</translation>
    </message>
    <message>
        <source>Images at most</source>
        <translation>图像上限</translation>
    </message>
    <message>
        <source>images</source>
        <translation>张图像</translation>
    </message>
    <message>
        <source>Uses only so many images, evenly spread over the set. 0 = all.</source>
        <translation>只使用这么多图像，在数据集中均匀选取。0 = 全部。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The U-Net of a new teacher. A student takes its teacher&apos;s network.</source>
        <translation>新教师的 U-Net。学生沿用教师的网络。</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Width of the first level. Cost grows with its square.</source>
        <translation>第一层级的宽度。计算量随其平方增长。</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Width of each level in units of the channels, from full resolution down; each level halves the resolution.</source>
        <translation>各层级的宽度，以通道数为单位，从全分辨率往下；每一级分辨率减半。</translation>
    </message>
    <message>
        <source>Layers per level</source>
        <translation>每级层数</translation>
    </message>
    <message>
        <source>Residual layers in each level on the way down; one more on the way up.</source>
        <translation>下行时每个层级的残差层数；上行时多一层。</translation>
    </message>
    <message>
        <source>Attention at</source>
        <translation>注意力所在</translation>
    </message>
    <message>
        <source>Resolutions at which self-attention is used, for example 16. Empty = none.</source>
        <translation>使用自注意力的分辨率，例如 16。留空 = 不使用。</translation>
    </message>
    <message>
        <source>Head width</source>
        <translation>头宽度</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Channels of one attention head.</source>
        <translation>一个注意力头的通道数。</translation>
    </message>
    <message>
        <source>Norm groups</source>
        <translation>归一化分组</translation>
    </message>
    <message>
        <source>Groups of the group norms; must divide the width of every level.</source>
        <translation>组归一化的组数；必须能整除每个层级的宽度。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of activations set to zero while training.</source>
        <translation>训练时被置零的激活所占的比例。</translation>
    </message>
    <message>
        <source>What the teacher&apos;s network predicts and how much noise it sees.</source>
        <translation>教师网络预测什么，看到多少噪声。</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测目标</translation>
    </message>
    <message>
        <source>What the network&apos;s output means. Velocity is stable at every noise level and suits one-step students.</source>
        <translation>网络输出的含义。速度在各噪声水平都稳定，适合一步学生。</translation>
    </message>
    <message>
        <source>Velocity v</source>
        <translation>速度 v</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Clean image</source>
        <translation>干净图像</translation>
    </message>
    <message>
        <source>Rectified flow</source>
        <translation>Rectified flow</translation>
    </message>
    <message>
        <source>EDM</source>
        <translation>EDM</translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation>噪声调度</translation>
    </message>
    <message>
        <source>How signal and noise are mixed over time. Rectified flow and EDM have schedules of their own.</source>
        <translation>信号与噪声如何随时间混合。Rectified flow 和 EDM 有各自的调度。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Linear beta</source>
        <translation>线性 beta</translation>
    </message>
    <message>
        <source>Linear beta, zero terminal SNR</source>
        <translation>线性 beta，终端信噪比为零</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Label dropout</source>
        <translation>类别标签丢弃</translation>
    </message>
    <message>
        <source>Share of the labels that are replaced by &quot;no class&quot; while training, so that guidance can be used later. 0 = no guidance.</source>
        <translation>训练时被替换为“无类别”的标签比例，以便以后使用引导。0 = 不能引导。</translation>
    </message>
    <message>
        <source>Loss weighting</source>
        <translation>损失加权</translation>
    </message>
    <message>
        <source>How noise levels are weighted against each other.</source>
        <translation>各噪声水平之间如何加权。</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Min-SNR</source>
        <translation>Min-SNR</translation>
    </message>
    <message>
        <source>Min-SNR cap</source>
        <translation>Min-SNR 上限</translation>
    </message>
    <message>
        <source>The signal-to-noise ratio at which the weight is capped.</source>
        <translation>权重封顶处的信噪比。</translation>
    </message>
    <message>
        <source>Backward distillation with a shifted reconstruction loss and an adversarial term: a student of 1 to 3 steps.</source>
        <translation>后向蒸馏，配合移位重建损失和对抗项：得到 1 到 3 步的学生。</translation>
    </message>
    <message>
        <source>Student steps</source>
        <translation>学生步数</translation>
    </message>
    <message>
        <source>Calls of the student on its full time grid. Fewer steps are read off after fewer calls, so one student serves 1 to N steps.</source>
        <translation>学生在完整时间网格上的调用次数。较少的步数就在较少的调用后读出，因此一个学生可用于 1 到 N 步。</translation>
    </message>
    <message>
        <source>Time grid</source>
        <translation>时间网格</translation>
    </message>
    <message>
        <source>Times of the student&apos;s calls, beginning with 1 and decreasing. Empty = evenly spaced. It is stored with the student.</source>
        <translation>调用学生的时间，从 1 开始递减。留空 = 均匀间隔。它与学生一起保存。</translation>
    </message>
    <message>
        <source>Backward distillation</source>
        <translation>后向蒸馏</translation>
    </message>
    <message>
        <source>Train the student on its own path from pure noise, as it will be used. Off: on noised data images (forward distillation).</source>
        <translation>让学生在从纯噪声出发的自身路径上训练，与使用时一致。关闭：在加噪的数据图像上训练（前向蒸馏）。</translation>
    </message>
    <message>
        <source>Shifted reconstruction</source>
        <translation>移位重建</translation>
    </message>
    <message>
        <source>The teacher starts from the student&apos;s own prediction, noised again at a shifted time. Off: it starts from the student&apos;s input.</source>
        <translation>教师从学生自己的预测出发，该预测在移位后的时间重新加噪。关闭：从学生的输入出发。</translation>
    </message>
    <message>
        <source>Noise for the shift</source>
        <translation>移位所用噪声</translation>
    </message>
    <message>
        <source>Shift at t = 0</source>
        <translation>t = 0 处的移位</translation>
    </message>
    <message>
        <source>The noise level of the shift at the end of sampling.</source>
        <translation>采样结束时移位的噪声水平。</translation>
    </message>
    <message>
        <source>Shift at t = 1</source>
        <translation>t = 1 处的移位</translation>
    </message>
    <message>
        <source>The noise level of the shift at the start of sampling: high keeps only the layout of the student&apos;s image and lets the teacher redo the rest.</source>
        <translation>采样开始时移位的噪声水平：高则只保留学生图像的布局，其余由教师重做。</translation>
    </message>
    <message>
        <source>Shift exponent</source>
        <translation>移位指数</translation>
    </message>
    <message>
        <source>Bends the curve between both ends: 1 is a straight line. The published curve is not public.</source>
        <translation>使两端之间的曲线弯曲：1 为直线。论文所用曲线没有公开。</translation>
    </message>
    <message>
        <source>No shift (γ = t)</source>
        <translation>不移位（γ = t）</translation>
    </message>
    <message>
        <source>Put the noise back at the time it came from.</source>
        <translation>把噪声放回它所来自的时间。</translation>
    </message>
    <message>
        <source>Teacher steps</source>
        <translation>教师步数</translation>
    </message>
    <message>
        <source>Solver steps of the teacher from the shifted time to its clean image. Too few give noisy targets, each costs time. Not public; 8 works on small images.</source>
        <translation>教师从移位后的时间到干净图像的求解步数。太少则目标有噪声，每一步都耗时间。论文未公开；小图像用 8 合适。</translation>
    </message>
    <message>
        <source>Teacher solver</source>
        <translation>教师求解器</translation>
    </message>
    <message>
        <source>How the teacher gets to its clean image. The second-order solver reaches in half the steps what DDIM reaches.</source>
        <translation>教师如何得到干净图像。二阶求解器用一半的步数达到 DDIM 的效果。</translation>
    </message>
    <message>
        <source>DPM-Solver++ (2M)</source>
        <translation>DPM-Solver++ (2M)</translation>
    </message>
    <message>
        <source>DDIM</source>
        <translation>DDIM</translation>
    </message>
    <message>
        <source>Teacher guidance</source>
        <translation>教师引导</translation>
    </message>
    <message>
        <source>Classifier-free guidance of the teacher, which the student learns to give in a single call. 0 = off.</source>
        <translation>教师的无分类器引导，学生学会用一次调用给出它的效果。0 = 关闭。</translation>
    </message>
    <message>
        <source>Adversarial term</source>
        <translation>对抗项</translation>
    </message>
    <message>
        <source>Small heads on the frozen teacher&apos;s own features tell real images from the student&apos;s and sharpen them.</source>
        <translation>建立在冻结教师特征上的小判别头区分真实图像与学生图像，使后者更清晰。</translation>
    </message>
    <message>
        <source>Adversarial weight</source>
        <translation>对抗权重</translation>
    </message>
    <message>
        <source>Weight of the adversarial term beside the reconstruction.</source>
        <translation>对抗项相对于重建项的权重。</translation>
    </message>
    <message>
        <source>Noise of the heads, from</source>
        <translation>判别头噪声下限</translation>
    </message>
    <message>
        <source>Least noise level at which the heads see images.</source>
        <translation>判别头所见图像的最小噪声水平。</translation>
    </message>
    <message>
        <source>Noise of the heads, to</source>
        <translation>判别头噪声上限</translation>
    </message>
    <message>
        <source>Largest noise level at which the heads see images.</source>
        <translation>判别头所见图像的最大噪声水平。</translation>
    </message>
    <message>
        <source>Learning rate of the heads</source>
        <translation>判别头学习率</translation>
    </message>
    <message>
        <source>x</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>In units of the run&apos;s learning rate.</source>
        <translation>以本次运行的学习率为单位。</translation>
    </message>
    <message>
        <source>Width of the heads</source>
        <translation>判别头宽度</translation>
    </message>
    <message>
        <source>Channels inside each head.</source>
        <translation>每个判别头内部的通道数。</translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation>噪声校正</translation>
    </message>
    <message>
        <source>When sampling: use the true noise at the first step. Changes nothing for velocity prediction with a schedule that ends in pure noise.</source>
        <translation>采样时：第一步使用真实噪声。对于速度预测且调度以纯噪声结束的模型没有影响。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Length, optimiser, averaging, checkpoints and previews.</source>
        <translation>长度、优化器、平均、检查点和预览。</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Length of the run, counted in images that the network has seen.</source>
        <translation>运行的长度，以网络看过的图像数计。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Images of one optimiser step on the device.</source>
        <translation>设备上一个优化步的图像数。</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>累积</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>个批次</translation>
    </message>
    <message>
        <source>Batches whose gradients are added up before a step.</source>
        <translation>更新前累加梯度的批次数。</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>AdamW separates weight decay from the gradient.</source>
        <translation>AdamW 把权重衰减与梯度分开。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Step size of the optimiser after warm-up.</source>
        <translation>预热之后优化器的步长。</translation>
    </message>
    <message>
        <source>Adam beta 1</source>
        <translation>Adam beta 1</translation>
    </message>
    <message>
        <source>Memory of the gradient&apos;s mean.</source>
        <translation>梯度均值的记忆。</translation>
    </message>
    <message>
        <source>Adam beta 2</source>
        <translation>Adam beta 2</translation>
    </message>
    <message>
        <source>Memory of the gradient&apos;s square.</source>
        <translation>梯度平方的记忆。</translation>
    </message>
    <message>
        <source>Adam epsilon</source>
        <translation>Adam epsilon</translation>
    </message>
    <message>
        <source>Keeps the division finite.</source>
        <translation>使除法保持有限。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pull of the weights towards zero.</source>
        <translation>把权重拉向零的力度。</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>The learning rate rises from zero over this many images.</source>
        <translation>学习率在这么多图像内从零升起。</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate goes on after warm-up.</source>
        <translation>预热之后学习率如何变化。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>平方根倒数</translation>
    </message>
    <message>
        <source>Final learning rate</source>
        <translation>最终学习率</translation>
    </message>
    <message>
        <source>Share of the learning rate that the cosine ends with.</source>
        <translation>余弦结束时占学习率的比例。</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>Gradients are scaled down to this norm. 0 = off.</source>
        <translation>把梯度缩小到这个范数。0 = 关闭。</translation>
    </message>
    <message>
        <source>EMA half-life</source>
        <translation>EMA 半衰期</translation>
    </message>
    <message>
        <source>Half-life of the averaged weights, which are what is sampled and exported.</source>
        <translation>平均权重的半衰期；采样和导出使用的就是平均权重。</translation>
    </message>
    <message>
        <source>EMA ramp-up</source>
        <translation>EMA 渐增</translation>
    </message>
    <message>
        <source>Early on the half-life is at most this share of the images seen. 0 = no ramp.</source>
        <translation>初期半衰期不超过已看图像的这一比例。0 = 不渐增。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Mixed precision is faster on devices that have it; weights and moments stay 32 bit.</source>
        <translation>在支持的设备上混合精度更快；权重和矩保持 32 位。</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>16 bit (bfloat16)</source>
        <translation>16 位（bfloat16）</translation>
    </message>
    <message>
        <source>Non-finite steps</source>
        <translation>非有限步</translation>
    </message>
    <message>
        <source>in a row</source>
        <translation>连续次数</translation>
    </message>
    <message>
        <source>Steps with a NaN or infinite loss are skipped; after this many in a row the run stops.</source>
        <translation>损失为 NaN 或无穷的步会被跳过；连续这么多次后运行停止。</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>检查点间隔</translation>
    </message>
    <message>
        <source>How often everything is saved.</source>
        <translation>多久保存一次全部内容。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>个检查点</translation>
    </message>
    <message>
        <source>Older checkpoints are removed.</source>
        <translation>更早的检查点会被删除。</translation>
    </message>
    <message>
        <source>Keep every</source>
        <translation>永久保留间隔</translation>
    </message>
    <message>
        <source>Keep the best by</source>
        <translation>按此保留最佳</translation>
    </message>
    <message>
        <source>The checkpoint with the best value of this figure stays for good. The held-out loss needs a held-out part of the data, the distance a student.</source>
        <translation>该指标最好的检查点永久保留。留出损失需要留出一部分数据，距离需要学生。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Distance to the teacher</source>
        <translation>与教师的距离</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>预览间隔</translation>
    </message>
    <message>
        <source>How often a grid of fixed noise is sampled.</source>
        <translation>多久用固定噪声采样一次网格。</translation>
    </message>
    <message>
        <source>Preview rows</source>
        <translation>预览行数</translation>
    </message>
    <message>
        <source>Noises in the grid.</source>
        <translation>网格中的噪声数。</translation>
    </message>
    <message>
        <source>Preview steps</source>
        <translation>预览步数</translation>
    </message>
    <message>
        <source>Statistics every</source>
        <translation>统计间隔</translation>
    </message>
    <message>
        <source>How often a line of statistics is written.</source>
        <translation>多久写一行统计。</translation>
    </message>
    <message>
        <source>Least free disk</source>
        <translation>最小可用磁盘</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Below this the run pauses and asks.</source>
        <translation>低于此值时运行暂停并询问。</translation>
    </message>
    <message>
        <source>Distil the bundled shapes</source>
        <translation>蒸馏内置图形</translation>
    </message>
    <message>
        <source>The first student: 1 to 3 steps from the bundled shapes teacher, on a laptop&apos;s CPU in minutes.</source>
        <translation>第一个学生：由内置图形教师得到 1 到 3 步，在笔记本电脑的 CPU 上只需几分钟。</translation>
    </message>
    <message>
        <source>Imagine Flash as published</source>
        <translation>Imagine Flash（如论文所述）</translation>
    </message>
    <message>
        <source>Backward distillation, shifted reconstruction with fresh noise, and the adversarial term.</source>
        <translation>后向蒸馏、使用新噪声的移位重建，以及对抗项。</translation>
    </message>
    <message>
        <source>Shapes teacher, velocity</source>
        <translation>图形教师，速度</translation>
    </message>
    <message>
        <source>The bundled teacher: shapes at 16 pixels, 0.9 M parameters, velocity with the cosine schedule.</source>
        <translation>内置教师：16 像素的图形，0.9 M 参数，速度预测，余弦调度。</translation>
    </message>
    <message>
        <source>Shapes teacher, noise</source>
        <translation>图形教师，噪声</translation>
    </message>
    <message>
        <source>The second bundled teacher: shapes at 16 pixels, noise prediction with the linear schedule; noise correction shows its effect on it.</source>
        <translation>第二个内置教师：16 像素的图形，噪声预测，线性调度；噪声校正在它身上显出作用。</translation>
    </message>
    <message>
        <source>Small teacher for photographs at 32 pixels</source>
        <translation>32 像素照片的小教师</translation>
    </message>
    <message>
        <source>Class-conditional, 1.6 M parameters with attention at 16 pixels; trains on a CPU in hours.</source>
        <translation>类别条件，1.6 M 参数，在 16 像素处有注意力；在 CPU 上训练数小时。</translation>
    </message>
    <message>
        <source>Teacher of DDPM&apos;s size</source>
        <translation>DDPM 规模的教师</translation>
    </message>
    <message>
        <source>35.7 M parameters at 32 pixels, as the DDPM paper has it; needs a GPU.</source>
        <translation>32 像素，35.7 M 参数，与 DDPM 论文相同；需要 GPU。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>How a gallery leaves the house.</source>
        <translation>图库如何导出。</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Keep with each image how it was made: seed, model, steps. Without it nothing in the export tells.</source>
        <translation>随每张图像保留其生成方式：种子、模型、步数。不勾选时导出中不含这些信息。</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Show the caption of each image.</source>
        <translation>显示每张图像的说明。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Images side by side.</source>
        <translation>并排的图像数。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>Width of the figure. A column of a paper is often 85 mm wide, a page of text 160 mm.</source>
        <translation>插图宽度。论文一栏通常宽 85 毫米，整页文字宽 160 毫米。</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>Room between two images.</source>
        <translation>两张图像之间的间隔。</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>磅</translation>
    </message>
    <message>
        <source>Size of headings and captions in points.</source>
        <translation>标题和说明的字号（磅）。</translation>
    </message>
    <message>
        <source>Column headings</source>
        <translation>列标题</translation>
    </message>
    <message>
        <source>From left to right; those of the images when empty.</source>
        <translation>从左到右；留空则用图像自己的标题。</translation>
    </message>
    <message>
        <source>Row headings</source>
        <translation>行标题</translation>
    </message>
    <message>
        <source>From top to bottom; those of the images when empty.</source>
        <translation>从上到下；留空则用图像自己的标题。</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>页宽</translation>
    </message>
    <message>
        <source>Width of the paper; 210 mm is A4.</source>
        <translation>纸张宽度；210 毫米为 A4。</translation>
    </message>
    <message>
        <source>Page height</source>
        <translation>页高</translation>
    </message>
    <message>
        <source>Height of the paper; 297 mm is A4.</source>
        <translation>纸张高度；297 毫米为 A4。</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>边距</translation>
    </message>
    <message>
        <source>Room left free at the edges of the paper.</source>
        <translation>纸张边缘留出的空白。</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>Pixels per inch (25.4 mm) of paper.</source>
        <translation>每英寸（25.4 毫米）纸张的像素数。</translation>
    </message>
    <message>
        <source>Images a page</source>
        <translation>每页图像数</translation>
    </message>
    <message>
        <source>Longer galleries go on over several pages.</source>
        <translation>更长的图库分成多页。</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <source>Every pixel becomes a block of this many pixels each way.</source>
        <translation>每个像素变成这么多像素见方的块。</translation>
    </message>
    <message>
        <source>Time per image</source>
        <translation>每帧时间</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>How long an image stays.</source>
        <translation>一张图像停留多久。</translation>
    </message>
    <message>
        <source>Time of the last</source>
        <translation>末帧时间</translation>
    </message>
    <message>
        <source>How long the last image stays before the animation starts again.</source>
        <translation>动画重新开始前最后一张图像停留多久。</translation>
    </message>
    <message>
        <source>Repetitions</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>How often the animation is played; 0 = for ever.</source>
        <translation>动画播放次数；0 = 一直循环。</translation>
    </message>
    <message>
        <source>Reconstruction loss</source>
        <translation>重建损失</translation>
    </message>
    <message>
        <source>Pseudo-Huber</source>
        <translation>Pseudo-Huber</translation>
    </message>
    <message>
        <source>Which noise is put on the student&apos;s prediction: its own predicted noise keeps every mode on small budgets; fresh noise, as published, needs the adversarial term.</source>
        <translation>给学生的预测加哪种噪声：自身预测的噪声在预算小时能保留所有模式；新的噪声（如论文所述）需要对抗项。</translation>
    </message>
    <message>
        <source>Own noise</source>
        <translation>自身噪声</translation>
    </message>
    <message>
        <source>Fresh noise</source>
        <translation>新噪声</translation>
    </message>
    <message>
        <source>How the student&apos;s image is held against the teacher&apos;s. The squared error (as published) is led by the first step, where errors are large; Pseudo-Huber lets every image weigh alike, so the last step&apos;s detail is learned, too.</source>
        <translation>如何衡量学生图像与教师图像之间的差异。平方误差（如论文所述）由误差较大的第一步主导；Pseudo-Huber 使每张图像的分量相同，因此最后一步的细节也能学到。</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Spectral norm of the heads</source>
        <translation>判别头的谱归一化</translation>
    </message>
    <message>
        <source>Divides each convolution of the heads by its largest singular value, so that they cannot grow steep. Projected discriminators have it; the paper does not say what its heads have.</source>
        <translation>将判别头的每个卷积除以其最大奇异值，使其不会变得陡峭。投影判别器采用这种做法；论文没有说明其判别头的构成。</translation>
    </message>
    <message>
        <source>Mixing of the features</source>
        <translation>特征混合</translation>
    </message>
    <message>
        <source>Frozen random convolutions between the teacher&apos;s features and the heads, which keep the heads from settling on a few channels. Projected discriminators mix channels and scales; the paper does not say what its heads see.</source>
        <translation>教师特征与判别头之间的冻结随机卷积，避免判别头只依赖少数通道。投影判别器混合通道与尺度；论文没有说明其判别头看到的是什么。</translation>
    </message>
    <message>
        <source>Channels and scales</source>
        <translation>通道与尺度</translation>
    </message>
    <message>
        <source>The first checkpoint at or after each multiple of this stays for good. 0 = none.</source>
        <translation>每个倍数处或其后的第一个检查点永久保留。0 = 不保留。</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Sampler steps of the teacher in the grid; each costs two network calls (NFE) where it is guided.</source>
        <translation>网格中教师的采样步数；有引导时每步需两次网络调用（NFE）。</translation>
    </message>
    <message>
        <source>Clip the student&apos;s images</source>
        <translation>限制学生图像的范围</translation>
    </message>
    <message>
        <source>Keeps the student&apos;s image within the range of pixels before the next step and before the teacher looks at it, in training and in sampling. For ε teachers on a schedule that does not end in pure noise: there the first step divides by a small signal, and small errors become huge. The paper does not mention it.</source>
        <translation>在进入下一步之前、在教师看到之前，把学生的图像限制在像素范围内，训练和采样时都如此。适用于计划不以纯噪声结束的 ε 教师：那里的第一步要除以很小的信号，小误差会变得极大。论文没有提及。</translation>
    </message>
</context>
<context>
    <name>RatingReport</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>胜</translation>
    </message>
    <message>
        <source>Ties</source>
        <translation>平</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>负</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>都差</translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation>胜率</translation>
    </message>
    <message>
        <source>E-value</source>
        <translation>E 值</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Elo</source>
        <translation>Elo</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 % interval</source>
        <translation>%1 % 区间</translation>
    </message>
    <message>
        <source>Strengths in points of Elo.</source>
        <translation>强度（Elo 分）。</translation>
    </message>
    <message>
        <source>Definition %1.</source>
        <translation>定义 %1。</translation>
    </message>
</context>
<context>
    <name>Ratings</name>
    <message>
        <source>cannot be opened as a ZIP</source>
        <translation>无法作为 ZIP 打开</translation>
    </message>
    <message>
        <source>there is no %1 in it that can be read</source>
        <translation>其中没有可读取的 %1</translation>
    </message>
    <message>
        <source>%1 in it cannot be read</source>
        <translation>无法读取其中的 %1</translation>
    </message>
    <message>
        <source>is no rating pack</source>
        <translation>不是评分包</translation>
    </message>
    <message>
        <source>%1: was made by a later version of Potstill</source>
        <translation>%1：由较新版本的 Potstill 制作</translation>
    </message>
    <message>
        <source>names a file that is not of the pack</source>
        <translation>提到了不属于该评分包的文件</translation>
    </message>
    <message>
        <source>was changed since it was made; ask for it again</source>
        <translation>制作之后被更改过；请重新索取</translation>
    </message>
    <message>
        <source>this project cannot be written to, so nothing can be rated in it; copy it to a place where it can</source>
        <translation>此项目不可写，因此不能在其中评分；请把它复制到可写的位置</translation>
    </message>
    <message>
        <source>a rater needs a name</source>
        <translation>评分者需要填写姓名</translation>
    </message>
    <message>
        <source>there is no comparison %1</source>
        <translation>不存在比较 %1</translation>
    </message>
    <message>
        <source>“%1” is locked; clone it to change it</source>
        <translation>“%1”已锁定；如要更改，请克隆</translation>
    </message>
    <message>
        <source>images of a locked comparison are not replaced</source>
        <translation>已锁定的比较，其图像不会被替换</translation>
    </message>
    <message>
        <source>“%1” is locked already</source>
        <translation>“%1”已经锁定</translation>
    </message>
    <message>
        <source>images that are not made yet: %1; prepare them before locking</source>
        <translation>尚未生成的图像：%1 张；请在锁定之前准备好</translation>
    </message>
    <message>
        <source>the definition cannot be locked:</source>
        <translation>无法锁定定义：</translation>
    </message>
    <message>
        <source>%1: its pack was not made in this project</source>
        <translation>%1：其评分包不是在此项目中制作的</translation>
    </message>
    <message>
        <source>%1: names pair %2, but its pack has %3</source>
        <translation>%1：提到编号为 %2 的对，但其评分包有 %3 对</translation>
    </message>
    <message>
        <source>%1, row %2, column %3: is empty</source>
        <translation>%1，第 %2 行数据，%3 列：为空</translation>
    </message>
    <message>
        <source>%1, row %2: both texts are of “%3”</source>
        <translation>%1，第 %2 行数据：两段文本都来自“%3”</translation>
    </message>
    <message>
        <source>%1: has %2 pairs; %3 are the most</source>
        <translation>%1：有 %2 对；最多允许 %3 对</translation>
    </message>
    <message>
        <source>Which text is better?</source>
        <translation>哪段文本更好？</translation>
    </message>
    <message>
        <source>%1, row %2, column %3: must be a text</source>
        <translation>%1，第 %2 行数据，%3 列：须为文本</translation>
    </message>
    <message>
        <source>%1, line %2: has %3 fields, the heading has %4</source>
        <translation>%1，第 %2 行：有 %3 个字段，标题行有 %4 个</translation>
    </message>
    <message>
        <source>%1: this pack was rated by somebody else already; give every rater a pack of their own</source>
        <translation>%1：此评分包已由他人评过；请给每位评分者各自的评分包</translation>
    </message>
    <message>
        <source>%1: names a pair that is not of its pack</source>
        <translation>%1：提到了不属于其评分包的一对</translation>
    </message>
    <message>
        <source>the session was taken over by another program, or has ended</source>
        <translation>本场已被另一个程序接管，或已结束</translation>
    </message>
    <message>
        <source>an image of the comparison is no PNG</source>
        <translation>比较中有一张图像不是 PNG</translation>
    </message>
    <message>
        <source>%1: this folder has other files in it; name a new one</source>
        <translation>%1：此文件夹中有其他文件；请指定新文件夹</translation>
    </message>
    <message>
        <source>cannot be written (error %1 of libzip)</source>
        <translation>无法写入（libzip 错误 %1）</translation>
    </message>
    <message>
        <source>%1 vanished or was changed in %2</source>
        <translation>%2 中的 %1 消失或被更改</translation>
    </message>
    <message>
        <source>%1: was written by a later version of a rating pack</source>
        <translation>%1：由较新版本的评分包写出</translation>
    </message>
    <message>
        <source>%1: was changed after it was saved, so its votes are not taken; ask for the file as the page saved it</source>
        <translation>%1：保存之后被更改过，因此不接受其投票；请索取网页所保存的原文件</translation>
    </message>
    <message>
        <source>%1 was written by a later version of Potstill (schema %2; this one knows %3). It was left as it is: open it with that version.</source>
        <translation>%1 由较新版本的 Potstill 写出（架构 %2；当前版本支持 %3）。文件保持原样：请用那个版本打开。</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2. It was left as it is: put a copy of it back, or set it aside and begin a new one.</source>
        <translation>%1 无法使用：%2。文件保持原样：请放回它的副本，或把它移开并重新开始。</translation>
    </message>
    <message>
        <source>it is no SQLite database</source>
        <translation>它不是 SQLite 数据库</translation>
    </message>
    <message>
        <source>it is the database of another program</source>
        <translation>它是另一个程序的数据库</translation>
    </message>
    <message>
        <source>its tables are not of this program</source>
        <translation>其中的表不属于本程序</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>它已损坏（%1）</translation>
    </message>
    <message>
        <source>%1 could not be renamed to %2</source>
        <translation>无法把 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>“%1” is closed: it takes no more votes</source>
        <translation>“%1”已关闭：不再接受投票</translation>
    </message>
    <message>
        <source>nothing is left to judge here: this rater has seen every pair</source>
        <translation>这里没有待判断的内容了：这位评分者已看过每一对</translation>
    </message>
    <message>
        <source>“%1” is a draft: lock it before the first vote</source>
        <translation>“%1”是草稿：请在第一票之前锁定</translation>
    </message>
    <message>
        <source>only a locked comparison can be given away as a pack</source>
        <translation>只有已锁定的比较才能作为评分包交给他人</translation>
    </message>
    <message>
        <source>the session was taken over by another program, which ends it</source>
        <translation>本场已被另一个程序接管，由那个程序结束</translation>
    </message>
    <message>
        <source>no ratings are open</source>
        <translation>没有打开的评分</translation>
    </message>
    <message>
        <source>another rater is or was called “%1”: if that is the same person, merge the two</source>
        <translation>另一位评分者正在使用或曾经使用“%1”这个名字：如果是同一个人，请将两者合并</translation>
    </message>
    <message>
        <source>these are one rater already</source>
        <translation>两者已经是同一位评分者</translation>
    </message>
    <message>
        <source>%1: its pack was withdrawn, so its answers are not taken; bring the pack back to take them</source>
        <translation>%1：对应的评分包已撤回，因此不接收其答案；恢复该评分包后即可接收</translation>
    </message>
    <message>
        <source>the weights of system %1 are not those that its first images were made with: its files were changed meanwhile. Begin a new comparison, which makes all images anew</source>
        <translation>系统 %1 的权重与生成其第一批图像时所用的不同：其文件在此期间被更改。请新建一个比较，重新生成所有图像</translation>
    </message>
    <message>
        <source>is no whole rating pack; ask for it again</source>
        <translation>不是完整的评分包；请再索取一次</translation>
    </message>
    <message>
        <source>%1: its votes cannot be used as a comparison:</source>
        <translation>%1：其中的投票无法用作比较：</translation>
    </message>
    <message>
        <source>%1: its pairs cannot be used as a comparison:</source>
        <translation>%1：其中的图像对无法用作比较：</translation>
    </message>
    <message>
        <source>this rater is rating in another program (on %1, process %2)</source>
        <translation>此评分者正在另一个程序中评分（%1 上，进程 %2）</translation>
    </message>
    <message>
        <source>%1: is no whole file of votes; ask for it again</source>
        <translation>%1：不是完整的投票文件；请再索取一次</translation>
    </message>
</context>
<context>
    <name>SystemQuality</name>
    <message>
        <source>Teacher, %1 NFE</source>
        <translation>教师，%1 NFE</translation>
    </message>
    <message>
        <source>Teacher %2, %1 NFE</source>
        <translation>教师 %2，%1 NFE</translation>
    </message>
    <message>
        <source>Teacher of %2, %1 NFE</source>
        <translation>%2 的教师，%1 NFE</translation>
    </message>
    <message>
        <source>%1, guidance %2</source>
        <translation>%1，引导 %2</translation>
    </message>
</context>
<context>
    <name>WarningTexts</name>
    <message>
        <source>Step %1 of &apos;%2&apos; was left out: its gradient is not finite (mean noise level t = %3). This is number %4 in a row; after %5 the run fails.</source>
        <translation>“%2”的第 %1 步被跳过：其梯度不是有限值（平均噪声水平 t = %3）。这是连续第 %4 次；连续 %5 次后运行失败。</translation>
    </message>
    <message>
        <source>Step %1 of &apos;%2&apos; was left out: its loss is not finite (mean noise level t = %3). This is number %4 in a row; after %5 the run fails.</source>
        <translation>“%2”的第 %1 步被跳过：其损失不是有限值（平均噪声水平 t = %3）。这是连续第 %4 次；连续 %5 次后运行失败。</translation>
    </message>
    <message>
        <source>The network hardly changes: a step moves its weights by %1 of their size.</source>
        <translation>网络几乎没有变化：每一步只使权重移动其大小的 %1。</translation>
    </message>
    <message>
        <source>The discriminator wins: it is right for %1 % of the images, so its gradient says little.</source>
        <translation>判别器占优：它对 %1 % 的图像判断正确，因此其梯度提供的信息很少。</translation>
    </message>
    <message>
        <source>Training waits for data: %1 of the last %2 seconds.</source>
        <translation>训练在等待数据：最近 %2 秒中有 %1 秒。</translation>
    </message>
    <message>
        <source>The disk is slow: training stood still for %1 of the last %2 seconds while a checkpoint was written.</source>
        <translation>磁盘太慢：最近 %2 秒中，训练因写入检查点停顿了 %1 秒。</translation>
    </message>
    <message>
        <source>%1 GB are free on the disk of this project, less than the %2 GB that were set.</source>
        <translation>此项目所在的磁盘剩余 %1 GB，低于所设的 %2 GB。</translation>
    </message>
    <message>
        <source>A smaller learning rate, clipped gradients or 32-bit precision help.</source>
        <translation>降低学习率、裁剪梯度或使用 32 位精度会有帮助。</translation>
    </message>
    <message>
        <source>Try a larger learning rate.</source>
        <translation>请尝试更大的学习率。</translation>
    </message>
    <message>
        <source>Lower the learning rate of the heads, or put more noise on their inputs.</source>
        <translation>请降低判别头学习率，或给判别头的输入加更多噪声。</translation>
    </message>
    <message>
        <source>Own noise for the shift, a gamma nearer to t, or the adversarial term help.</source>
        <translation>移位使用自身噪声、让 γ 更接近 t，或加入对抗项会有帮助。</translation>
    </message>
    <message>
        <source>The disk or the decoding is too slow: pack the data, or put it on a faster disk.</source>
        <translation>磁盘或解码太慢：请打包数据，或把数据放到更快的磁盘上。</translation>
    </message>
    <message>
        <source>Save fewer checkpoints, or put the project on a faster disk.</source>
        <translation>请减少保存检查点的次数，或把项目放到更快的磁盘上。</translation>
    </message>
    <message>
        <source>Make room, then resume.</source>
        <translation>请腾出空间，然后继续。</translation>
    </message>
    <message>
        <source>%1: no image of a kind that is read (JPEG, PNG, WebP, BMP and TIFF are, but neither CMYK nor animations, fractions or huge ones)</source>
        <translation>%1：不是可读取的图像（可读取 JPEG、PNG、WebP、BMP 和 TIFF，但不包括 CMYK、动画、浮点或过大的图像）</translation>
    </message>
    <message>
        <source>%1: not enough memory to decode it</source>
        <translation>%1：内存不足，无法解码</translation>
    </message>
    <message>
        <source>%1: the file is not there or cannot be read</source>
        <translation>%1：文件不存在或无法读取</translation>
    </message>
    <message>
        <source>%1: damaged, or no image</source>
        <translation>%1：已损坏，或不是图像</translation>
    </message>
    <message>
        <source>Checkpoint %1 of “%2” is damaged (%3) and was passed over for an older one.</source>
        <translation>“%2”的检查点 %1 已损坏（%3），已跳过，改用更早的检查点。</translation>
    </message>
    <message>
        <source>%1 steps are not on the time grid that this student was distilled on (%2 calls): expect weaker images.</source>
        <translation>%1 步不在蒸馏此学生所用的时间网格上（%2 次调用）：图像可能较差。</translation>
    </message>
    <message>
        <source>The times of the column with %1 steps are not those that this student was distilled on (%2 calls): expect weaker images.</source>
        <translation>%1 步那一列的时间与蒸馏此学生所用的不同（%2 次调用）：图像可能较差。</translation>
    </message>
    <message>
        <source>“%1” makes images of another size than “%2”, so their noise is not the same.</source>
        <translation>“%1”与“%2”生成的图像尺寸不同，因此它们的噪声不相同。</translation>
    </message>
    <message>
        <source>%1 of diffusers has no counterpart here: its noise levels, prediction and spacing are kept, the steps are those of “%2”.</source>
        <translation>diffusers 的 %1 在此没有对应项：保留其噪声水平、预测目标和间隔，步骤采用“%2”的。</translation>
    </message>
    <message>
        <source>ScoreSdeVeScheduler of diffusers takes two or more calls for each of some 2000 steps: its noise levels are kept, the steps are those of “heun” at the levels of Karras et al.</source>
        <translation>diffusers 的 ScoreSdeVeScheduler 约有 2000 步，每步需两次或更多调用：保留其噪声水平，步骤采用“heun”，并使用 Karras 等人的噪声水平。</translation>
    </message>
    <message>
        <source>It takes images of %1 (width, height, channels); those of the data are %2.</source>
        <translation>它接受 %1（宽、高、通道）的图像；数据中的是 %2。</translation>
    </message>
    <message>
        <source>It answers for a class alone, and the data have none.</source>
        <translation>它只针对类别作答，而数据没有类别。</translation>
    </message>
    <message>
        <source>It is not known.</source>
        <translation>它未知。</translation>
    </message>
    <message>
        <source>A classifier of quarter turns judges, because the teacher&apos;s encoder cannot. %1</source>
        <translation>由四分之一旋转分类器评判，因为教师的编码器无法胜任。%1</translation>
    </message>
    <message>
        <source>The student&apos;s pictures of a class are alike: their spread over noises is %1 of the teacher&apos;s (%2 at best).</source>
        <translation>学生同一类别的图像彼此雷同：不同噪声间的离散度是教师的 %1 倍（最好时 %2）。</translation>
    </message>
    <message>
        <source>“%1”, whose encoder judges, is not finished: figures that are measured after it went on do not compare with these.</source>
        <translation>担任评判的编码器来自“%1”，它尚未完成：它继续训练之后测得的数值与这些不可比。</translation>
    </message>
    <message>
        <source>The figures of this run at %1 images were measured with another encoder, or another state of it: they do not compare with these.</source>
        <translation>此运行在 %1 幅图像处的数值是用另一个编码器（或其另一状态）测得的：与这些不可比。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that are no images were passed over, for example “%1”</source>
        <translation>
            <numerusform>略过了 %n 个不是图像的文件，例如“%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) that lie deeper than class/folder were passed over</source>
        <translation>
            <numerusform>略过了 %n 个比“类别/文件夹”更深的文件夹</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) beside the folders of the classes have no class and were passed over; without classes they are used</source>
        <translation>
            <numerusform>类别文件夹之外的 %n 幅图像没有类别，已略过；不使用类别时会用到它们</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) without a label in dataset.json were passed over</source>
        <translation>
            <numerusform>略过了 dataset.json 中没有标签的 %n 幅图像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Studio for distilling diffusion models and sampling them.</source>
        <translation>用于蒸馏扩散模型并采样的工作室。</translation>
    </message>
    <message>
        <source>Open the demo project.</source>
        <translation>打开演示项目。</translation>
    </message>
    <message>
        <source>Open or make the project in FOLDER.</source>
        <translation>打开或新建位于 FOLDER 的项目。</translation>
    </message>
    <message>
        <source>Write the gaps of the event loop after the first paint to FILE at the end.</source>
        <translation>结束时把首次绘制之后事件循环的间隔写入 FILE。</translation>
    </message>
</context>
<context>
    <name>potstill::BackgroundTexts</name>
    <message>
        <source>A file is damaged, or of another version of this program (%1).</source>
        <translation>有文件已损坏，或来自本程序的另一版本（%1）。</translation>
    </message>
    <message>
        <source>It failed for an unknown reason.</source>
        <translation>操作因未知原因失败。</translation>
    </message>
</context>
<context>
    <name>potstill::ChartExportButton</name>
    <message>
        <source>Save as %1…</source>
        <translation>保存为 %1…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Size on paper…</source>
        <translation>纸面尺寸…</translation>
    </message>
    <message>
        <source>There is no memory for a picture of this size; choose a smaller one, SVG or PDF.</source>
        <translation>内存不足以生成此尺寸的图片；请选择较小的尺寸、SVG 或 PDF。</translation>
    </message>
</context>
<context>
    <name>potstill::ChartPanel</name>
    <message>
        <source>Seen</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>尚无测量</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Distance to the teacher</source>
        <translation>与教师的距离</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Adversarial term</source>
        <translation>对抗项</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>Loss over images seen</source>
        <translation>损失随已看图像的变化</translation>
    </message>
    <message>
        <source>Loss by noise level over the training</source>
        <translation>训练中各噪声水平的损失</translation>
    </message>
    <message>
        <source>Seen (images)</source>
        <translation>已看（图像）</translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation>噪声水平</translation>
    </message>
    <message>
        <source>Speed over images seen</source>
        <translation>速度随已看图像的变化</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>图像/秒</translation>
    </message>
    <message>
        <source>Size of gradients and updates</source>
        <translation>梯度与更新的大小</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>By noise level</source>
        <translation>按噪声水平</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>曲线显示的内容</translation>
    </message>
    <message>
        <source>All curves</source>
        <translation>所有曲线</translation>
    </message>
    <message>
        <source>Smoothing; the raw trace stays pale behind</source>
        <translation>平滑；原始曲线淡显在后</translation>
    </message>
    <message>
        <source>Not smoothed</source>
        <translation>不平滑</translation>
    </message>
    <message>
        <source>Smoothed %1</source>
        <translation>平滑 %1</translation>
    </message>
    <message>
        <source>Share of outliers that may leave the picture at each end</source>
        <translation>两端可以不显示的离群值比例</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>所有数值</translation>
    </message>
    <message>
        <source>Without %1 % outliers</source>
        <translation>去掉 %1 % 离群值</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>对数 x</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>x 轴取对数</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>对数 y</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>y 轴取对数</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>Which curves are measured on the right scale</source>
        <translation>哪些曲线用右侧刻度</translation>
    </message>
    <message>
        <source>Show everything again (0)</source>
        <translation>重新显示全部 (0)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Gradient norm of the discriminator</source>
        <translation>判别器梯度范数</translation>
    </message>
    <message>
        <source>Update to weight</source>
        <translation>更新与权重之比</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Discriminator is right</source>
        <translation>判别器正确率</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>%1 on the right</source>
        <translation>%1 用右侧</translation>
    </message>
    <message>
        <source>log right</source>
        <translation>对数 右轴</translation>
    </message>
    <message>
        <source>Logarithmic right axis</source>
        <translation>右轴取对数</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>等待数据</translation>
    </message>
    <message>
        <source>Writing a checkpoint</source>
        <translation>写入检查点</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>What is drawn of the run</source>
        <translation>显示运行的哪些内容</translation>
    </message>
</context>
<context>
    <name>potstill::ChartSection</name>
    <message>
        <source>Save the chart “%1”</source>
        <translation>保存图表“%1”</translation>
    </message>
</context>
<context>
    <name>potstill::ChartSizeDialog</name>
    <message>
        <source>Size of charts on paper</source>
        <translation>图表的纸面尺寸</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>栏宽</translation>
    </message>
    <message>
        <source>The usual sizes of journals, or one of your own</source>
        <translation>期刊常用尺寸，或自定义尺寸</translation>
    </message>
    <message>
        <source>Single column, 84 mm</source>
        <translation>单栏，84 mm</translation>
    </message>
    <message>
        <source>Double column, 174 mm</source>
        <translation>双栏，174 mm</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Width of the page that the chart fills</source>
        <translation>图表所占页面的宽度</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>毫米</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Height of the page; charts of one bar for each system or pair are as high as these need</source>
        <translation>页面的高度；每个系统或每对一条的条形图按所需高度输出</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Size of names in points; figures at the axes are a little smaller</source>
        <translation>名称的字号（磅）；坐标轴上的数字略小</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>磅</translation>
    </message>
</context>
<context>
    <name>potstill::CheckpointTexts</name>
    <message>
        <source>%L1 images</source>
        <translation>%L1 张图像</translation>
    </message>
    <message>
        <source>Best by “%1” (%L2 images)</source>
        <translation>按“%1”最佳（%L2 张图像）</translation>
    </message>
</context>
<context>
    <name>potstill::ColumnPanel</name>
    <message>
        <source>Settings of the column</source>
        <translation>列的设置</translation>
    </message>
    <message>
        <source>Model of the column</source>
        <translation>该列的模型</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>A point of the run&apos;s training</source>
        <translation>运行训练中的一个时刻</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Averaged weights are what is exported; raw weights are those of the last step</source>
        <translation>导出的是平均权重；原始权重是最后一步的权重</translation>
    </message>
    <message>
        <source>Averaged</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>The model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>DPM-Solver++ 3M, full order</source>
        <translation>DPM-Solver++ 3M，完整阶数</translation>
    </message>
    <message>
        <source>Consistency, multistep</source>
        <translation>Consistency，多步</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation>噪声校正</translation>
    </message>
    <message>
        <source>Change this column alone</source>
        <translation>只改这一列</translation>
    </message>
    <message>
        <source>The columns stay as they are and can be set one by one from here on</source>
        <translation>各列保持原样，此后可逐列设置</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Duplicate this column</source>
        <translation>复制此列</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>移除此列</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Classifier-free guidance scale; twice the network calls</source>
        <translation>无分类器引导强度；网络调用加倍</translation>
    </message>
    <message>
        <source>This model was trained without dropped labels, so it cannot be guided.</source>
        <translation>该模型训练时没有丢弃标签，因此不能引导。</translation>
    </message>
    <message>
        <source>Use the true noise in the first step (Imagine Flash, section 3.3)</source>
        <translation>第一步使用真实噪声（Imagine Flash，3.3 节）</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Eta</source>
        <translation>Eta</translation>
    </message>
    <message>
        <source>Randomness of DDIM: 0 is deterministic, 1 is as random as DDPM</source>
        <translation>DDIM 的随机程度：0 为确定性，1 与 DDPM 一样随机</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Churn</translation>
    </message>
    <message>
        <source>Noise that Heun&apos;s sampler adds on its way, EDM&apos;s S_churn: 0 is deterministic</source>
        <translation>Heun 采样器途中加入的噪声（EDM 的 S_churn）：0 为确定性</translation>
    </message>
    <message>
        <source>This model starts from pure noise, where its prediction already gives the true noise: the correction changes nothing.</source>
        <translation>该模型从纯噪声开始，此处其预测已给出真实噪声：校正没有影响。</translation>
    </message>
    <message>
        <source>Steps of the columns</source>
        <translation>各列的步数</translation>
    </message>
    <message>
        <source>Numbers of steps, a column each, for example 1, 2, 3</source>
        <translation>步数，每个一列，例如 1, 2, 3</translation>
    </message>
    <message>
        <source>Steps of every column</source>
        <translation>每一列的步数</translation>
    </message>
</context>
<context>
    <name>potstill::ColumnTimes</name>
    <message>
        <source>Times of the calls after the first</source>
        <translation>首次之后各次调用的时刻</translation>
    </message>
    <message>
        <source>Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1, the others follow here, falling.</source>
        <translation>学生模型被调用的时刻：1 为纯噪声，0 为干净图像。首次调用固定在 1，其余在此按递减顺序填写。</translation>
    </message>
    <message>
        <source>Back to the student&apos;s own times</source>
        <translation>恢复学生自己的时间</translation>
    </message>
    <message>
        <source>Off the student&apos;s grid: expect weaker images.</source>
        <translation>不在学生的网格上：图像可能较差。</translation>
    </message>
    <message>
        <source>Time of call %1</source>
        <translation>第 %1 次调用的时间</translation>
    </message>
    <message>
        <source>Where the student is called: 1 is pure noise, 0 the clean image. The first call stands at 1.</source>
        <translation>在何处调用学生：1 为纯噪声，0 为干净图像。第一次调用固定在 1。</translation>
    </message>
    <message>
        <source>%1 numbers are needed, falling, between %2 and 0.</source>
        <translation>需要 %1 个递减的数，介于 %2 与 0 之间。</translation>
    </message>
</context>
<context>
    <name>potstill::CompareBar</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>What stands in the columns</source>
        <translation>各列中放什么</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Own columns</source>
        <translation>自定义列</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The student or teacher whose samples are shown</source>
        <translation>要显示其样本的学生或教师</translation>
    </message>
    <message>
        <source>Noises before these</source>
        <translation>前面的噪声</translation>
    </message>
    <message>
        <source>First noise</source>
        <translation>第一个噪声</translation>
    </message>
    <message>
        <source>Noise </source>
        <translation>噪声 </translation>
    </message>
    <message>
        <source>Number of the noise of the first row</source>
        <translation>第一行的噪声编号</translation>
    </message>
    <message>
        <source>The next noises</source>
        <translation>后面的噪声</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Rows </source>
        <translation>行 </translation>
    </message>
    <message>
        <source>Number of noises</source>
        <translation>噪声的个数</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>One class for every row, or all of them in turn</source>
        <translation>所有行用同一类别，或依次使用全部类别</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Screen pixels of an image pixel  (+, -, 0 fits)</source>
        <translation>每个图像像素对应的屏幕像素（+、-，0 为适应）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Settings of the column</source>
        <translation>列的设置</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Models in the columns</source>
        <translation>各列的模型</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Choose the runs</source>
        <translation>选择运行</translation>
    </message>
    <message>
        <source>Choose the checkpoints</source>
        <translation>选择检查点</translation>
    </message>
    <message>
        <source>No classes</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Each ticked model is a column</source>
        <translation>每个勾选的模型占一列</translation>
    </message>
    <message>
        <source>The teacher, transpose, save, runs as a table</source>
        <translation>教师、行列互换、保存、以表格显示运行</translation>
    </message>
    <message>
        <source>Steps, sampler, guidance, noise correction, times of the current column; a click on its heading opens them too</source>
        <translation>当前列的步数、采样器、引导、噪声校正和时间；点击列标题也可打开</translation>
    </message>
</context>
<context>
    <name>potstill::ComparePage</name>
    <message>
        <source>Exchange rows and columns</source>
        <translation>行列互换</translation>
    </message>
    <message>
        <source>Runs as a table</source>
        <translation>以表格显示运行</translation>
    </message>
    <message>
        <source>Trajectory of the image</source>
        <translation>图像的轨迹</translation>
    </message>
    <message>
        <source>Settings of the column</source>
        <translation>列的设置</translation>
    </message>
    <message>
        <source>The next noises</source>
        <translation>后面的噪声</translation>
    </message>
    <message>
        <source>Noises before these</source>
        <translation>前面的噪声</translation>
    </message>
    <message>
        <source>Add the image to the gallery</source>
        <translation>把图像加入图库</translation>
    </message>
    <message>
        <source>Save images…</source>
        <translation>保存图像…</translation>
    </message>
    <message>
        <source>Sampling…</source>
        <translation>正在采样…</translation>
    </message>
    <message>
        <source>Stopped. What was ready stays.</source>
        <translation>已停止。已完成的保留。</translation>
    </message>
    <message>
        <source>Add all images of this noise</source>
        <translation>添加此噪声的所有图像</translation>
    </message>
    <message>
        <source>Add all images of this column</source>
        <translation>添加此列的所有图像</translation>
    </message>
    <message>
        <source>Add all images</source>
        <translation>添加所有图像</translation>
    </message>
    <message>
        <source>Folder for the images</source>
        <translation>存放图像的文件夹</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>已保存到 %1</translation>
    </message>
    <message>
        <source>File of the animation</source>
        <translation>动画文件</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可比较的内容</translation>
    </message>
    <message>
        <source>Distil a student first, or choose a bundled model.</source>
        <translation>先蒸馏一个学生，或选择内置模型。</translation>
    </message>
    <message>
        <source>Show a bundled model</source>
        <translation>显示内置模型</translation>
    </message>
    <message>
        <source>The times of a shorter column begin those of a longer one: its images are read off on the way.</source>
        <translation>较短列的时间是较长列的开头：其图像在途中读出。</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Stop sampling</source>
        <translation>停止采样</translation>
    </message>
    <message>
        <source>Stop sampling; what is there stays</source>
        <translation>停止采样；已有的保留</translation>
    </message>
    <message>
        <source>Comparison: rows are noises, columns are models and steps</source>
        <translation>比较：行为噪声，列为模型和步数</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>正在打开模型…</translation>
    </message>
    <message>
        <source>No run of this project has a checkpoint yet.</source>
        <translation>此项目的运行都还没有检查点。</translation>
    </message>
    <message>
        <source>This model has no checkpoints to choose from.</source>
        <translation>该模型没有可供选择的检查点。</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>All columns of the student</source>
        <translation>学生的所有列</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>噪声 %1</translation>
    </message>
    <message>
        <source>Click two images to lay them side by side, wipe, flip or see their difference; click a heading for its settings.</source>
        <translation>单击两张图像可并排、擦拭、切换或查看差异；单击列标题可打开其设置。</translation>
    </message>
    <message>
        <source>%1 of %2 network calls saved</source>
        <translation>节省了 %1 / %2 次网络调用</translation>
    </message>
    <message>
        <source>The image is in the gallery now.</source>
        <translation>图像已加入图库。</translation>
    </message>
    <message>
        <source>%1 images are in the gallery now.</source>
        <translation>%1 张图像已加入图库。</translation>
    </message>
    <message>
        <source>This image is not there yet.</source>
        <translation>这张图像还没有生成。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) that stood in the columns are no longer on the disk and were left out.</source>
        <translation>
            <numerusform>原在各列中的 %n 个模型已不在磁盘上，未包含在内。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which is better, the student in three steps or its teacher in the same three? Twenty pairs, judged blind, tell.</source>
        <translation>哪个更好：学生的三步，还是其教师同样的三步？盲评二十对即见分晓。</translation>
    </message>
    <message>
        <source>Rate 20 pairs</source>
        <translation>评 20 对</translation>
    </message>
    <message>
        <source>The student at 3 steps against its teacher&apos;s own 3 steps: a difference that 20 votes can decide</source>
        <translation>学生的 3 步对教师自己的 3 步：20 票即可分出的差别</translation>
    </message>
    <message>
        <source>Close this hint</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Close this hint; it does not come back in this project</source>
        <translation>关闭此提示；在此项目中不再出现</translation>
    </message>
    <message>
        <source>Show the teacher</source>
        <translation>显示教师</translation>
    </message>
</context>
<context>
    <name>potstill::ComparePlan</name>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 张图像</translation>
    </message>
    <message>
        <source>Teacher · %1</source>
        <translation>教师 · %1</translation>
    </message>
</context>
<context>
    <name>potstill::CompareView</name>
    <message>
        <source>The images differ in size.</source>
        <translation>图像尺寸不同。</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>还没有图像</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 与 %2 并排</translation>
    </message>
    <message>
        <source>%1 left of %3 %, %2 right of it</source>
        <translation>%3 % 处以左为 %1，以右为 %2</translation>
    </message>
    <message>
        <source>%1 is shown, %2 is behind it</source>
        <translation>显示 %1，%2 在其后</translation>
    </message>
    <message>
        <source>Difference of %1 and %2</source>
        <translation>%1 与 %2 的差异</translation>
    </message>
    <message>
        <source>Mean difference %1, largest %2 of 255</source>
        <translation>平均差异 %1，最大 %2（满值 255）</translation>
    </message>
</context>
<context>
    <name>potstill::ComparisonForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What raters are asked of every pair</source>
        <translation>对每一对图像向评分者提出的问题</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>The first is better</source>
        <translation>第一个更好</translation>
    </message>
    <message>
        <source>The first is not worse by a margin</source>
        <translation>第一个不差于给定幅度</translation>
    </message>
    <message>
        <source>Estimate the share of wins</source>
        <translation>估计胜率</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>How far below one half the share of wins may lie, or how wide the interval may be to each side</source>
        <translation>胜率可以低于一半多少，或区间每侧可以多宽</translation>
    </message>
    <message>
        <source>points</source>
        <translation>个百分点</translation>
    </message>
    <message>
        <source>Noise seeds</source>
        <translation>噪声种子</translation>
    </message>
    <message>
        <source>Each is judged once for every pair of systems; they are reserved and appear on no other page</source>
        <translation>每个种子对每一对系统判断一次；它们是预留的，不会出现在其他页面</translation>
    </message>
    <message>
        <source>Pairs of a session</source>
        <translation>每场对数</translation>
    </message>
    <message>
        <source>After so many pairs a session ends</source>
        <translation>达到这么多对后一场结束</translation>
    </message>
    <message>
        <source>Hidden checks</source>
        <translation>隐藏检查</translation>
    </message>
    <message>
        <source>Pairs among them that check the rater: the same image twice, a pair again, a pair mirrored, an image that was spoilt</source>
        <translation>其中用来检验评分者的对：同一图像两次、重复的一对、左右互换的一对、被破坏的图像</translation>
    </message>
    <message>
        <source>Common block</source>
        <translation>公共部分</translation>
    </message>
    <message>
        <source>Seeds that every rater is shown, from which agreement is computed</source>
        <translation>每位评分者都会看到的种子，用来计算一致度</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Confirmatory: balanced pairs</source>
        <translation>验证性：均衡配对</translation>
    </message>
    <message>
        <source>Exploratory: the pairs that tell most</source>
        <translation>探索性：信息量最大的配对</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>错误率</translation>
    </message>
    <message>
        <source>Largest probability of a false finding, over all pairs and all moments</source>
        <translation>在所有配对和所有时刻上得出错误结论的最大概率</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>先验</translation>
    </message>
    <message>
        <source>a of the beta mixture of the sequential test</source>
        <translation>序贯检验中 beta 混合的 a</translation>
    </message>
    <message>
        <source>Shortest answer</source>
        <translation>最短作答</translation>
    </message>
    <message>
        <source>Faster answers are left out</source>
        <translation>更快的作答被排除</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Failed checks allowed</source>
        <translation>允许未通过的检查</translation>
    </message>
    <message>
        <source>A session with more is left out</source>
        <translation>超过此数的一场被排除</translation>
    </message>
    <message>
        <source>Raters who count</source>
        <translation>计入的评分者</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Names, separated by commas; others are shown what was judged already, for agreement alone</source>
        <translation>姓名，用逗号分隔；其他人只看到已判断过的内容，仅用于一致度</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>显示所有设置</translation>
    </message>
    <message>
        <source>So many for each of the %1 pairs of systems.</source>
        <translation>%1 对系统中的每一对都需要这么多。</translation>
    </message>
    <message>
        <source>%L1 noise seeds give at most %L1 votes.</source>
        <translation>%L1 个噪声种子最多给出 %L1 票。</translation>
    </message>
    <message>
        <source>Which image is better?</source>
        <translation>哪张图像更好？</translation>
    </message>
    <message>
        <source>How the comparison is listed</source>
        <translation>比较在列表中的名称</translation>
    </message>
    <message>
        <source>What the votes shall show</source>
        <translation>投票要证明什么</translation>
    </message>
    <message>
        <source>How the pairs are chosen; only balanced pairs confirm a claim</source>
        <translation>如何选择配对；只有均衡配对才能验证主张</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>岭参数</translation>
    </message>
    <message>
        <source>Penalty on the strengths of the systems: keeps them finite where one won every vote; 0 = none</source>
        <translation>对系统强度的惩罚项：某系统赢得所有投票时仍使强度有限；0 = 不使用</translation>
    </message>
    <message>
        <source>Samplers and guidance, error rate, prior, ridge, exclusion rule and who counts</source>
        <translation>采样器与引导、错误率、先验、岭参数、排除规则以及哪些人的票计入</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>more than %L1 untied votes</source>
        <translation>超过 %L1 张非平局票</translation>
    </message>
    <message>
        <source>about %L1 untied votes (one time of five more than %L2)</source>
        <translation>约 %L1 张非平局票（五次中有一次超过 %L2）</translation>
    </message>
    <message>
        <source>about %L1 untied votes (four times of five no more than %L2)</source>
        <translation>约 %L1 张非平局票（五次中有四次不超过 %L2）</translation>
    </message>
    <message>
        <source>If the first truly wins %1 % of the untied votes, the claim takes %2.</source>
        <translation>如果第一个确实赢得 %1 % 的非平局票，该主张需要%2。</translation>
    </message>
    <message>
        <source>If both are equally good, this takes %1.</source>
        <translation>如果两者同样好，则需要%1。</translation>
    </message>
</context>
<context>
    <name>potstill::ConfigurePage</name>
    <message>
        <source>Distil a student</source>
        <translation>蒸馏学生</translation>
    </message>
    <message>
        <source>Train a teacher</source>
        <translation>训练教师</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Settings to start from</source>
        <translation>作为起点的设置</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>The model that the student learns from; it stays as it is</source>
        <translation>学生所学习的模型；它保持不变</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1, %2 × %2</source>
        <translation>%1，%2 × %2</translation>
    </message>
    <message>
        <source>built-in shapes</source>
        <translation>内置图形</translation>
    </message>
    <message>
        <source>%1 channels, levels %2</source>
        <translation>%1 个通道，层级 %2</translation>
    </message>
    <message>
        <source>Imagine Flash, %1 steps</source>
        <translation>Imagine Flash，%1 步</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 images, batch %2</source>
        <translation>%1 张图像，批次 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) must be mended first: %1</source>
        <translation>
            <numerusform>请先修正 %n 项设置：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>A run is on; finish or discard it first</source>
        <translation>有运行正在进行；先结束或放弃它</translation>
    </message>
    <message>
        <source>Start from the beginning instead</source>
        <translation>改为从头开始</translation>
    </message>
    <message>
        <source>A branch of %1: it goes on from %L2 images with the settings below. Network and method must stay as they are.</source>
        <translation>%1 的分支：从 %L2 张图像处按下面的设置继续。网络和方法必须保持不变。</translation>
    </message>
    <message>
        <source>choice of the teacher</source>
        <translation>选择教师</translation>
    </message>
    <message>
        <source>change of all settings</source>
        <translation>更改所有设置</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is nothing at &apos;%1&apos;; name a folder of images, a packed set, a ZIP file, or &apos;sprites&apos;.</source>
        <translation>“%1”处没有内容；请指定图像文件夹、打包数据集、ZIP 文件或“sprites”。</translation>
    </message>
    <message>
        <source>There is no model at &apos;%1&apos;; choose a run, a bundled model or a folder.</source>
        <translation>“%1”处没有模型；请选择运行、内置模型或文件夹。</translation>
    </message>
    <message>
        <source>change of where the run begins</source>
        <translation>更改运行的起点</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>返回草稿</translation>
    </message>
    <message>
        <source>The settings that were being set up before</source>
        <translation>此前正在编辑的设置</translation>
    </message>
    <message>
        <source>These are the settings of %1. It has been started, so they cannot be changed.</source>
        <translation>这是 %1 的设置。该运行已经开始，因此设置不能更改。</translation>
    </message>
    <message>
        <source>Edit these settings as a new run</source>
        <translation>以这些设置建立新的运行并编辑</translation>
    </message>
    <message>
        <source>This run waits in the queue.</source>
        <translation>此运行在队列中等待。</translation>
    </message>
    <message>
        <source>These runs wait in the queue. They differ in %1.</source>
        <translation>这些运行在队列中等待。它们不同的设置：%1。</translation>
    </message>
    <message>
        <source>Save to the queue</source>
        <translation>保存到队列</translation>
    </message>
    <message>
        <source>Takes the place of what waits there</source>
        <translation>替换队列中等待的内容</translation>
    </message>
    <message>
        <source>A student learns to do in a few steps what its teacher does in many</source>
        <translation>学生学会用几步完成教师用许多步完成的事</translation>
    </message>
    <message>
        <source>A diffusion model from images, which students can then learn from</source>
        <translation>用图像训练扩散模型，学生随后可向它学习</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>There is no checkpoint at &apos;%1&apos;; choose another one, or start from the beginning.</source>
        <translation>“%1”处没有检查点；请另选一个，或从头开始。</translation>
    </message>
    <message>
        <source>Clone and edit</source>
        <translation>克隆并编辑</translation>
    </message>
    <message>
        <source>Start this run</source>
        <translation>开始此运行</translation>
    </message>
    <message>
        <source>Reading what the teacher was trained on…</source>
        <translation>正在读取教师的训练数据…</translation>
    </message>
</context>
<context>
    <name>potstill::DataPreview</name>
    <message>
        <source>Images of the data set</source>
        <translation>数据集的图像</translation>
    </message>
    <message>
        <source>Files that cannot be read</source>
        <translation>无法读取的文件</translation>
    </message>
    <message>
        <source>The run goes on without them</source>
        <translation>运行时将跳过这些文件</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>从什么学习</translation>
    </message>
    <message>
        <source>Looking at the data…</source>
        <translation>正在查看数据…</translation>
    </message>
    <message>
        <source>Endless, drawn by the program</source>
        <translation>无穷，由程序绘制</translation>
    </message>
    <message>
        <source>%L1 images</source>
        <translation>%L1 张图像</translation>
    </message>
    <message numerus="yes">
        <source>%1. %n class(es): %2</source>
        <translation>
            <numerusform>%1。%n 个类别：%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read and are skipped; the first %1 are listed.</source>
        <translation>
            <numerusform>有 %n 张图像无法读取，将被跳过；下面列出前 %1 张。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read and are skipped:</source>
        <translation>
            <numerusform>有 %n 张图像无法读取，将被跳过：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) turned as their EXIF data say</source>
        <translation>
            <numerusform>%n 张图像已按其 EXIF 信息旋转</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transparent image(s) laid on %1</source>
        <translation>
            <numerusform>%n 张透明图像已衬上 %1 背景</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of 16 bit taken at 8</source>
        <translation>
            <numerusform>%n 张 16 位图像按 8 位读取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grey image(s) taken as colour</source>
        <translation>
            <numerusform>%n 张灰度图像作为彩色读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::DiskDialog</name>
    <message>
        <source>Disk use</source>
        <translation>磁盘占用</translation>
    </message>
    <message>
        <source>What takes room</source>
        <translation>占用空间的内容</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Can go</source>
        <translation>可清除</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Really remove %1 for good</source>
        <translation>确定永久删除 %1</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Packed data sets and compared images (made again when needed)</source>
        <translation>打包的数据集和比较过的图像（需要时重新生成）</translation>
    </message>
    <message>
        <source>In the trash: %1</source>
        <translation>在回收站中：%1</translation>
    </message>
    <message>
        <source>%1
In the trash since %2 (UTC)</source>
        <translation>%1
自 %2 (UTC) 起在回收站中</translation>
    </message>
    <message>
        <source>What is checked among that in the trash and the removed drafts goes back to where it was</source>
        <translation>把回收站和已移除草稿中勾选的内容恢复到原处</translation>
    </message>
    <message>
        <source>Galleries</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Images of comparisons</source>
        <translation>比较的图像</translation>
    </message>
    <message>
        <source>This project takes %1, of which %2 lie in the trash; %3 are free. Of a checked run all checkpoints go but the newest, the best and those that queued branches start from; of packed data all goes.</source>
        <translation>此项目占用 %1，其中 %2 在回收站中；剩余 %3 可用。勾选的运行只保留最新和最佳的检查点，以及队列中的分支所用的起点，其余清除；勾选的打包数据全部清除。</translation>
    </message>
    <message>
        <source>Removed draft: %1</source>
        <translation>已移除的草稿：%1</translation>
    </message>
</context>
<context>
    <name>potstill::DurationText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>potstill::EstimateLine</name>
    <message>
        <source>Nothing is measured while a run is on.</source>
        <translation>有运行正在进行时不测量。</translation>
    </message>
    <message>
        <source>%1 · not measured anew while a run is on</source>
        <translation>%1 · 有运行正在进行时不重新测量</translation>
    </message>
    <message>
        <source>%1 parameters · about %2 memory · %3 on disk · %4 at the measured speed</source>
        <translation>%1 参数 · 内存约 %2 · 磁盘 %3 · 按测得的速度需 %4</translation>
    </message>
    <message>
        <source>Measuring a few steps…</source>
        <translation>正在测量几步…</translation>
    </message>
</context>
<context>
    <name>potstill::EvaluateDialog</name>
    <message>
        <source>Evaluate %1</source>
        <translation>评估 %1</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Samples at each number of steps; the more, the narrower the intervals</source>
        <translation>每种步数的样本数；样本越多，区间越窄</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Numbers of steps, parted by commas, for example 1, 2, 3</source>
        <translation>步数，用逗号分隔，例如 1, 2, 3</translation>
    </message>
    <message>
        <source>Averaged (EMA)</source>
        <translation>平均 (EMA)</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The averaged weights are those that are shown and rated; the raw ones are those of the last step</source>
        <translation>显示和评分用的是平均权重；原始权重是最后一步的权重</translation>
    </message>
    <message>
        <source>not beside it</source>
        <translation>不测量教师</translation>
    </message>
    <message>
        <source>Teacher steps</source>
        <translation>教师步数</translation>
    </message>
    <message>
        <source>The teacher is measured too, at this many steps</source>
        <translation>同时以此步数测量教师</translation>
    </message>
    <message>
        <source>Those that it was trained on</source>
        <translation>训练它所用的图像</translation>
    </message>
    <message>
        <source>Images to compare with</source>
        <translation>对照图像</translation>
    </message>
    <message>
        <source>A folder of images, a packed set, a ZIP file, or sprites</source>
        <translation>图像文件夹、打包数据集、ZIP 文件或 sprites</translation>
    </message>
    <message>
        <source>A run is on: its training waits while this model is measured.</source>
        <translation>有运行正在进行：测量此模型期间，其训练会等待。</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Samples: a number from %L1 to %L2.</source>
        <translation>样本：%L1 至 %L2 之间的数。</translation>
    </message>
    <message>
        <source>Steps: numbers from 1 to %1, parted by commas.</source>
        <translation>步数：1 至 %1 之间的数，用逗号分隔。</translation>
    </message>
    <message>
        <source>This file is code: it runs with your rights. Name only one that you trust. Its hash stands beside the figures.</source>
        <translation>此文件是代码：它将以您的权限运行。请只选择可信的文件。其哈希值会记录在指标旁。</translation>
    </message>
    <message>
        <source>Feature network</source>
        <translation>特征网络</translation>
    </message>
    <message>
        <source>TorchScript (*.pt *.pth *.ts);;All files (*)</source>
        <translation>TorchScript (*.pt *.pth *.ts);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The classifier of the studio alone</source>
        <translation>仅使用本程序的分类器</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a TorchScript file</source>
        <translation>选择 TorchScript 文件</translation>
    </message>
    <message>
        <source>Choose a feature network</source>
        <translation>选择特征网络</translation>
    </message>
    <message>
        <source>A TorchScript file that gives a distance beside that of the studio&apos;s classifier, for example inception-2015-12-05.pt, with which it is FID from 50,000 samples on</source>
        <translation>一个 TorchScript 文件，在本程序分类器的距离之外再给出一个距离；例如使用 inception-2015-12-05.pt 且样本数不少于 50,000 时即为 FID</translation>
    </message>
    <message>
        <source>Feature network: there is no such file.</source>
        <translation>特征网络：没有这个文件。</translation>
    </message>
    <message>
        <source>Feature network: nothing in a project or a model&apos;s folder is run as code. If you trust the file, copy it elsewhere.</source>
        <translation>特征网络：项目或模型文件夹中的任何内容都不会作为代码运行。如果您信任该文件，请将其复制到别处。</translation>
    </message>
    <message>
        <source>Feature network: this is no TorchScript file.</source>
        <translation>特征网络：这不是 TorchScript 文件。</translation>
    </message>
    <message>
        <source>Choose a folder, a ZIP or a packed set</source>
        <translation>选择文件夹、ZIP 或打包数据集</translation>
    </message>
    <message>
        <source>Choose the images to compare with</source>
        <translation>选择对照图像</translation>
    </message>
</context>
<context>
    <name>potstill::ExportModelDialog</name>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>New folder for the model</source>
        <translation>存放模型的新文件夹</translation>
    </message>
    <message>
        <source>diffusers (Python)</source>
        <translation>diffusers (Python)</translation>
    </message>
    <message>
        <source>Potstill</source>
        <translation>Potstill</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>diffusers opens as a pipeline in Python; Potstill&apos;s own form is one weight file and its description</source>
        <translation>diffusers 格式可在 Python 中作为 pipeline 打开；Potstill 自己的格式是一个权重文件及其描述</translation>
    </message>
    <message>
        <source>Averaged (EMA)</source>
        <translation>平均 (EMA)</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The averaged weights are those that are shown and rated; the raw ones are those of the last step</source>
        <translation>显示和评分用的是平均权重；原始权重是最后一步的权重</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>The moment of the training whose model is written</source>
        <translation>写出训练中哪一时刻的模型</translation>
    </message>
    <message>
        <source>16-bit weights</source>
        <translation>16 位权重</translation>
    </message>
    <message>
        <source>Half the size; the images change hardly</source>
        <translation>大小减半；图像几乎不变</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Named in the model card, for example cc0-1.0</source>
        <translation>写入模型卡，例如 cc0-1.0</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a new folder</source>
        <translation>选择新文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>A new folder; an earlier export there is replaced only when you say so</source>
        <translation>新文件夹；其中先前的导出只有在您确认后才会被替换</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>potstill::ExportPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>New folder for the export</source>
        <translation>导出用的新文件夹</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Those shown</source>
        <translation>显示的图像</translation>
    </message>
    <message>
        <source>Those selected</source>
        <translation>选中的图像</translation>
    </message>
    <message>
        <source>Preview of the export</source>
        <translation>导出预览</translation>
    </message>
    <message>
        <source>Pack into a ZIP</source>
        <translation>打包成 ZIP</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write the images in this format</source>
        <translation>以此格式写出图像</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Write the page to a temporary folder and open it</source>
        <translation>把网页写到临时文件夹并打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the export; nothing is left of it</source>
        <translation>停止导出；不留下任何内容</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open what was written</source>
        <translation>打开写出的内容</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>网页 (HTML)</translation>
    </message>
    <message>
        <source>Folder of PNGs with index</source>
        <translation>PNG 文件夹（带索引）</translation>
    </message>
    <message>
        <source>Contact sheet (PNG)</source>
        <translation>联系表 (PNG)</translation>
    </message>
    <message>
        <source>Contact sheet (PDF)</source>
        <translation>联系表 (PDF)</translation>
    </message>
    <message>
        <source>Figure for a paper (SVG)</source>
        <translation>论文插图 (SVG)</translation>
    </message>
    <message>
        <source>Figure for a paper (PDF)</source>
        <translation>论文插图 (PDF)</translation>
    </message>
    <message>
        <source>Animation (GIF)</source>
        <translation>动画 (GIF)</translation>
    </message>
    <message>
        <source>Animation (WebP)</source>
        <translation>动画 (WebP)</translation>
    </message>
    <message>
        <source>Video (MP4)</source>
        <translation>视频 (MP4)</translation>
    </message>
    <message>
        <source>MP4 is written by the program ffmpeg, which is not installed here. GIF and WebP need nothing.</source>
        <translation>MP4 由程序 ffmpeg 写出，这里没有安装。GIF 和 WebP 不需要它。</translation>
    </message>
    <message>
        <source>No image is selected</source>
        <translation>没有选中图像</translation>
    </message>
    <message>
        <source>No image</source>
        <translation>没有图像</translation>
    </message>
    <message>
        <source>Cancelled; nothing was left.</source>
        <translation>已取消；没有留下任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) written to %1.</source>
        <translation>
            <numerusform>已写出 %n 张图像到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were written, the first of them %1.</source>
        <translation>
            <numerusform>已写出 %n 页，第一页为 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are gone and were left out, the first of them: %1</source>
        <translation>
            <numerusform>%n 张图像已不存在，未包含在内，第一张：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>写出什么</translation>
    </message>
    <message>
        <source>Which images of the gallery are written</source>
        <translation>写出图库中的哪些图像</translation>
    </message>
    <message>
        <source>One file instead of a folder</source>
        <translation>写成一个文件，而不是文件夹</translation>
    </message>
</context>
<context>
    <name>potstill::FieldRow</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open the paper: %1</source>
        <translation>打开论文：%1</translation>
    </message>
    <message>
        <source>Open the paper on %1</source>
        <translation>打开关于 %1 的论文</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>重置为 %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>A whole number is needed.</source>
        <translation>此处需要整数。</translation>
    </message>
    <message>
        <source>A number is needed.</source>
        <translation>此处需要数字。</translation>
    </message>
    <message>
        <source>values, separated by commas</source>
        <translation>数值，用逗号分隔</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a file or folder for %1</source>
        <translation>为 %1 选择文件或文件夹</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number; separate numbers with commas.</source>
        <translation>“%1”不是数字；请用逗号分隔数字。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>默认 %1</translation>
    </message>
</context>
<context>
    <name>potstill::GalleryDocument</name>
    <message numerus="yes">
        <source>Add %n image(s)</source>
        <translation>
            <numerusform>添加 %n 张图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Images of another window</source>
        <translation>另一个窗口的图像</translation>
    </message>
</context>
<context>
    <name>potstill::GalleryPage</name>
    <message>
        <source>Images of the gallery</source>
        <translation>图库中的图像</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The gallery is empty</source>
        <translation>图库是空的</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>New gallery</source>
        <translation>新图库</translation>
    </message>
    <message>
        <source>Make another gallery in this project</source>
        <translation>在此项目中新建一个图库</translation>
    </message>
    <message>
        <source>Rename the gallery</source>
        <translation>重命名图库</translation>
    </message>
    <message>
        <source>Give the gallery another title</source>
        <translation>给图库换一个标题</translation>
    </message>
    <message>
        <source>Delete the gallery</source>
        <translation>删除图库</translation>
    </message>
    <message>
        <source>Move the gallery to the trash of the project</source>
        <translation>把图库移到项目的回收站</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the gallery</source>
        <translation>图库标题</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search captions, tags, recipes</source>
        <translation>搜索说明、标签和配方</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>paper, best</source>
        <translation>论文, 最佳</translation>
    </message>
    <message>
        <source>Tags of the selected images, with commas between them</source>
        <translation>所选图像的标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) added.</source>
        <translation>
            <numerusform>已添加 %n 张图像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) added; the others were here already.</source>
        <translation>
            <numerusform>已添加 %n 张图像；其余已在图库中。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is in the trash of the project.</source>
        <translation>“%1”在项目的回收站中。</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>所有运行</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>所有步数</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 张图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s)</source>
        <translation>
            <numerusform>%1 / %n 张图像</numerusform>
        </translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已不存在</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) selected</source>
        <translation>
            <numerusform>已选中 %n 张图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选中任何图像</translation>
    </message>
    <message>
        <source>One caption for all of them</source>
        <translation>为它们统一写说明</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>移除 %n 张图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n image(s)</source>
        <translation>
            <numerusform>移动 %n 张图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Undoes the removal</source>
        <translation>撤销移除</translation>
    </message>
    <message>
        <source>Caption of the selected images</source>
        <translation>所选图像的说明</translation>
    </message>
    <message>
        <source>Images of Compare or Train are kept here, with all that is needed to make them again.</source>
        <translation>“比较”或“训练”页面的图像可保存在这里，并附上重新生成所需的全部信息。</translation>
    </message>
    <message>
        <source>Press %1 on any image of Compare or Train to keep it here, with all that is needed to make it again.</source>
        <translation>在“比较”或“训练”页面的任一图像上按 %1，即可把它保存在这里，并附上重新生成所需的全部信息。</translation>
    </message>
    <message>
        <source>Move the selected images one place to the front</source>
        <translation>把所选图像前移一位</translation>
    </message>
    <message>
        <source>Move the selected images one place to the end</source>
        <translation>把所选图像后移一位</translation>
    </message>
    <message>
        <source>Take the selected images out of the gallery</source>
        <translation>从图库中移除所选图像</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>撤销上一次编辑</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed; Undo brings them back.</source>
        <translation>
            <numerusform>已移除 %n 幅图像；撤销可恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed; %1 brings them back.</source>
        <translation>
            <numerusform>已移除 %n 幅图像；按 %1 可恢复。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::Handbook</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Search the handbook</source>
        <translation>在手册中搜索</translation>
    </message>
    <message>
        <source>Pages of the handbook</source>
        <translation>手册页面</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>页面正文</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
    <message>
        <source>As the forms show them, with the path under which files and the command line know them: --set path=value.</source>
        <translation>与表单所示相同，并给出文件和命令行所用的路径：--set 路径=值。</translation>
    </message>
    <message>
        <source>All settings of exports</source>
        <translation>导出的全部设置</translation>
    </message>
    <message>
        <source>As the Gallery page shows them, with the name under which files know them; the command line writes --width-mm for width_mm. Each kind of export uses some of them.</source>
        <translation>与“图库”页面所示一致，并附上文件中使用的名称；命令行中 width_mm 写作 --width-mm。每种导出使用其中的一部分。</translation>
    </message>
</context>
<context>
    <name>potstill::HeatMap</name>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>%1 from %2 to %3 in %4 rows, %5 from %6 to %7</source>
        <translation>%1：%2 至 %3，共 %4 行；%5：%6 至 %7</translation>
    </message>
</context>
<context>
    <name>potstill::ImageCompare</name>
    <message>
        <source>Comparison of two images</source>
        <translation>两张图像的比较</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦拭</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭比较</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>   difference: mean %1, largest %2 of 255</source>
        <translation>   差异：平均 %1，最大 %2（满值 255）</translation>
    </message>
    <message>
        <source>Two images</source>
        <translation>两张图像</translation>
    </message>
    <message>
        <source>hold Space</source>
        <translation>按住空格键</translation>
    </message>
    <message>
        <source>%1, or hold Space</source>
        <translation>%1，或按住空格键</translation>
    </message>
</context>
<context>
    <name>potstill::ImageGrid</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>%1 行，%2 列</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>已有图像</translation>
    </message>
    <message>
        <source>in the gallery</source>
        <translation>已在图库中</translation>
    </message>
</context>
<context>
    <name>potstill::ImagePreparation</name>
    <message>
        <source>Class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>“%1” is gone: its images are made with %2, which is not there any more. Put it back, or choose another model for it.</source>
        <translation>“%1”已不可用：其图像由 %2 生成，而该模型已不存在。请把它放回原处，或另选一个模型。</translation>
    </message>
</context>
<context>
    <name>potstill::IssueList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>转到 %1</translation>
    </message>
</context>
<context>
    <name>potstill::LegendEntry</name>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Show or hide %1</source>
        <translation>显示或隐藏 %1</translation>
    </message>
</context>
<context>
    <name>potstill::LineChart</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>还没有可显示的内容。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1：%3 处为 %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
</context>
<context>
    <name>potstill::MainWindow</name>
    <message>
        <source>Configure</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Recipe of the selected image</source>
        <translation>所选图像的配方</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Open or make a project…</source>
        <translation>打开或新建项目…</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>项目文件夹</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Demo project</source>
        <translation>演示项目</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新运行</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>立即采样</translation>
    </message>
    <message>
        <source>Finish the run</source>
        <translation>结束运行</translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation>立即保存检查点</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation>页面：%1</translation>
    </message>
    <message>
        <source>A run is on; finish or discard it before opening another project.</source>
        <translation>有运行正在进行；打开其他项目前请先结束或放弃它。</translation>
    </message>
    <message>
        <source>%1 – Potstill</source>
        <translation>%1 – Potstill</translation>
    </message>
    <message>
        <source>A run is on; finish or discard it first.</source>
        <translation>有运行正在进行；请先结束或放弃它。</translation>
    </message>
    <message>
        <source>A model is being trained</source>
        <translation>正在训练模型</translation>
    </message>
    <message>
        <source>ZIP files (*.zip)</source>
        <translation>ZIP 文件 (*.zip)</translation>
    </message>
    <message>
        <source>The report is in %1. It holds logs and settings, no images and no weights; nothing was sent.</source>
        <translation>报告位于 %1。其中有日志和设置，没有图像和权重；没有发送任何内容。</translation>
    </message>
    <message>
        <source>A run is on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>What shall become of it?</source>
        <translation>如何处理它？</translation>
    </message>
    <message>
        <source>Finish this step, save and close</source>
        <translation>完成这一步，保存并关闭</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>放弃并关闭</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>放弃运行</translation>
    </message>
    <message>
        <source>Keep running without the window</source>
        <translation>关闭窗口后继续运行</translation>
    </message>
    <message>
        <source>The run has finished</source>
        <translation>运行已完成</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>%1 is neither a project, a run, a model&apos;s folder, an image nor a folder or ZIP file of images.</source>
        <translation>%1 不是项目、运行、模型文件夹、图像，也不是图像文件夹或图像 ZIP 文件。</translation>
    </message>
    <message>
        <source>When the disk is full</source>
        <translation>磁盘已满时</translation>
    </message>
    <message>
        <source>Wait and ask</source>
        <translation>等待并询问</translation>
    </message>
    <message>
        <source>The run pauses until you have made room and resume it</source>
        <translation>运行暂停，直到腾出空间并让它继续</translation>
    </message>
    <message>
        <source>Remove old checkpoints and the trash</source>
        <translation>删除旧检查点并清空回收站</translation>
    </message>
    <message>
        <source>Where that frees nothing, the run is saved and the queue goes on with the next one</source>
        <translation>如果这样腾不出空间，则保存此运行，队列继续下一个</translation>
    </message>
    <message>
        <source>Save and go on with the next run</source>
        <translation>保存并继续下一个运行</translation>
    </message>
    <message>
        <source>The run is saved as far as there is room, and the queue goes on</source>
        <translation>在空间允许的范围内保存运行，队列继续</translation>
    </message>
    <message>
        <source>The run has paused</source>
        <translation>运行已暂停</translation>
    </message>
    <message>
        <source>The run has failed</source>
        <translation>运行失败</translation>
    </message>
    <message>
        <source>The project %1 is not there; perhaps its disk is not mounted.</source>
        <translation>找不到项目 %1；可能其磁盘未挂载。</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>The language changes as soon as the run has started or stopped.</source>
        <translation>运行启动或停止后即切换语言。</translation>
    </message>
    <message>
        <source>Close; the queue waits</source>
        <translation>关闭；队列等待</translation>
    </message>
    <message>
        <source>Work it off without the window</source>
        <translation>关闭窗口后继续执行</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>The queue is being worked off</source>
        <translation>正在执行队列</translation>
    </message>
    <message>
        <source>Its next run is about to start. What shall become of it?</source>
        <translation>队列的下一个运行即将开始。如何处理队列？</translation>
    </message>
    <message>
        <source>Save a problem report</source>
        <translation>保存问题报告</translation>
    </message>
    <message>
        <source>Project and run</source>
        <translation>项目和运行</translation>
    </message>
    <message>
        <source>Switch of the pages</source>
        <translation>页面切换</translation>
    </message>
    <message>
        <source>A row for each property</source>
        <translation>每个属性一行</translation>
    </message>
    <message>
        <source>The language changes as soon as the export or evaluation is over.</source>
        <translation>导出或评估结束后即切换语言。</translation>
    </message>
    <message>
        <source>An export or evaluation is going on</source>
        <translation>正在导出或评估</translation>
    </message>
    <message>
        <source>It writes nothing when it is stopped.</source>
        <translation>停止后不会写出任何内容。</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Selected run</source>
        <translation>所选运行</translation>
    </message>
    <message>
        <source>Settings of the run</source>
        <translation>运行的设置</translation>
    </message>
    <message>
        <source>Evaluate the run…</source>
        <translation>评估运行…</translation>
    </message>
    <message>
        <source>Export the run&apos;s model…</source>
        <translation>导出运行的模型…</translation>
    </message>
    <message>
        <source>Extend the run…</source>
        <translation>延长运行…</translation>
    </message>
    <message>
        <source>Save problem report…</source>
        <translation>保存问题报告…</translation>
    </message>
    <message>
        <source>The last session ended by a defect of the program (%1). Runs go on from their last checkpoint. A report holds what is needed to mend it.</source>
        <translation>上次会话因程序缺陷而中断（%1）。各运行会从最近的检查点继续。问题报告包含修复它所需的信息。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The language changes as soon as what is being read, written or measured is done.</source>
        <translation>正在进行的读取、写入或测量完成后即切换语言。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The run has stopped</source>
        <translation>运行已停止</translation>
    </message>
    <message>
        <source>%1 holds no project. Perhaps its disk is not mounted.</source>
        <translation>%1 中没有项目。可能其磁盘未挂载。</translation>
    </message>
    <message>
        <source>%1 was discarded and lies in the trash of the project.</source>
        <translation>%1 已放弃，位于项目的回收站中。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The images of “%1” are ready to be rated.</source>
        <translation>“%1”的图像可以评分了。</translation>
    </message>
    <message>
        <source>Rate now</source>
        <translation>现在评分</translation>
    </message>
    <message>
        <source>Images to rate</source>
        <translation>待评分的图像</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) cannot be read and were left out: %1. %2</source>
        <translation>
            <numerusform>%n 幅图像无法读取，已略过：%1。%2</numerusform>
        </translation>
    </message>
    <message>
        <source>No recipe to show. Click on an image for its recipe, or select runs for their figures and differences.</source>
        <translation>没有可显示的配方。点击图像查看其配方，或选择运行查看其数值与差异。</translation>
    </message>
</context>
<context>
    <name>potstill::ModelChoice</name>
    <message>
        <source>Open a diffusers folder, run or checkpoint</source>
        <translation>打开 diffusers 文件夹、运行或检查点</translation>
    </message>
    <message>
        <source>Bundled: %1</source>
        <translation>内置：%1</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>打开文件夹…</translation>
    </message>
</context>
<context>
    <name>potstill::ModelDesk</name>
    <message>
        <source>sampling</source>
        <translation>正在采样</translation>
    </message>
    <message>
        <source>training the classifier that judges</source>
        <translation>正在训练用于评判的分类器</translation>
    </message>
    <message>
        <source>reading the images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>opening the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>%1 was stopped; nothing was written.</source>
        <translation>%1已停止；没有写出任何内容。</translation>
    </message>
    <message>
        <source>%1 is going on; wait for its end or stop it first.</source>
        <translation>%1正在进行；请等它结束，或先停止它。</translation>
    </message>
    <message>
        <source>Write into %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Replace the earlier export</source>
        <translation>替换先前的导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 holds an earlier export.</source>
        <translation>%1 中有先前的导出。</translation>
    </message>
    <message>
        <source>%1 is there already and holds something else, which stays.</source>
        <translation>%1 已存在，其中是其他内容，会保留不动。</translation>
    </message>
    <message>
        <source>The folder is there already</source>
        <translation>文件夹已存在</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The model is in %1.</source>
        <translation>模型位于 %1。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>The evaluation of %1</source>
        <translation>%1 的评估</translation>
    </message>
    <message>
        <source>%1 is evaluated; its figures lie with the run.</source>
        <translation>%1 已评估；指标与运行一起保存。</translation>
    </message>
    <message>
        <source>Show the figures</source>
        <translation>显示指标</translation>
    </message>
    <message>
        <source>%1 is being stopped</source>
        <translation>%1正在停止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>searching the training images for copies</source>
        <translation>正在训练图像中查找副本</translation>
    </message>
    <message>
        <source>training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>drawing the preview</source>
        <translation>正在绘制预览</translation>
    </message>
</context>
<context>
    <name>potstill::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>potstill::OptionForm</name>
    <message>
        <source>change of %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>reset of all settings</source>
        <translation>重置所有设置</translation>
    </message>
    <message>
        <source>general settings</source>
        <translation>常规设置</translation>
    </message>
    <message>
        <source>Less: %1</source>
        <translation>收起：%1</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>更多：%1</translation>
    </message>
    <message>
        <source>Hide the settings that are seldom needed</source>
        <translation>隐藏不常用的设置</translation>
    </message>
    <message>
        <source>Show the settings that are seldom needed</source>
        <translation>显示不常用的设置</translation>
    </message>
</context>
<context>
    <name>potstill::PackList</name>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>given out</source>
        <translation>已发出</translation>
    </message>
    <message>
        <source>answered by %1</source>
        <translation>由 %1 作答</translation>
    </message>
    <message>
        <source>Packs that were given out</source>
        <translation>已发出的评分包</translation>
    </message>
    <message>
        <source>When each was made, its pairs, how many answers came back, and where it was written</source>
        <translation>各评分包的制作时间、对数、收回的答案数以及写入位置</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>制作时间</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>对比组</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Answers to this pack are taken again</source>
        <translation>重新接收此评分包的答案</translation>
    </message>
    <message>
        <source>Answers to this pack are refused from now on, and its pairs go to others; it can be brought back</source>
        <translation>从现在起拒绝此评分包的答案，其中的图像对交给其他人；可以恢复</translation>
    </message>
</context>
<context>
    <name>potstill::PackRating</name>
    <message>
        <source>%1 has begun to rate this pack: every rater needs a pack of their own.</source>
        <translation>%1 已开始为此评分包评分：每位评分者都需要自己的评分包。</translation>
    </message>
    <message>
        <source>%1: an image in it is no PNG</source>
        <translation>%1：其中的一张图像不是 PNG</translation>
    </message>
</context>
<context>
    <name>potstill::PageKeys</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Star, or take the star away</source>
        <translation>加星或取消星标</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Open data, the draft or a comparison</source>
        <translation>打开数据、草稿或比较</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Edit the settings of what waits</source>
        <translation>编辑等待中运行的设置</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>移动视图</translation>
    </message>
    <message>
        <source>Closer, farther, everything</source>
        <translation>放大、缩小、显示全部</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Time of the samples</source>
        <translation>样本的时间线</translation>
    </message>
    <message>
        <source>One sampling back or on</source>
        <translation>后退或前进一次采样</translation>
    </message>
    <message>
        <source>Ten back or on</source>
        <translation>后退或前进十次</translation>
    </message>
    <message>
        <source>First and last</source>
        <translation>第一次和最后一次</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>播放或停止</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Choose an image</source>
        <translation>选择图像</translation>
    </message>
    <message>
        <source>Larger, smaller, as it fits</source>
        <translation>放大、缩小、适应</translation>
    </message>
    <message>
        <source>Add the image to the gallery</source>
        <translation>把图像加入图库</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Exchange rows and columns</source>
        <translation>行列互换</translation>
    </message>
    <message>
        <source>Runs as a table</source>
        <translation>以表格显示运行</translation>
    </message>
    <message>
        <source>Trajectory of the image</source>
        <translation>图像的轨迹</translation>
    </message>
    <message>
        <source>Settings of the column</source>
        <translation>列的设置</translation>
    </message>
    <message>
        <source>The next noises</source>
        <translation>后面的噪声</translation>
    </message>
    <message>
        <source>Noises before these</source>
        <translation>前面的噪声</translation>
    </message>
    <message>
        <source>Save images</source>
        <translation>保存图像</translation>
    </message>
    <message>
        <source>Two images</source>
        <translation>两张图像</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Tie</source>
        <translation>平</translation>
    </message>
    <message>
        <source>Both are bad</source>
        <translation>两张都差</translation>
    </message>
    <message>
        <source>Take the last vote back</source>
        <translation>收回上一票</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Move the image one place to the front</source>
        <translation>图像前移一位</translation>
    </message>
    <message>
        <source>Move the image one place to the back</source>
        <translation>图像后移一位</translation>
    </message>
    <message>
        <source>Move the image to the beginning</source>
        <translation>图像移到开头</translation>
    </message>
    <message>
        <source>Move the image to the end</source>
        <translation>图像移到末尾</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>恢复移除的内容</translation>
    </message>
    <message>
        <source>Add all images of the noise to the gallery</source>
        <translation>把此噪声的所有图像加入图库</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>擦拭</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Flip while it is held</source>
        <translation>按住时切换</translation>
    </message>
    <message>
        <source>The left one is better</source>
        <translation>左边更好</translation>
    </message>
    <message>
        <source>The right one is better</source>
        <translation>右边更好</translation>
    </message>
    <message>
        <source>Read on in long texts</source>
        <translation>在长文本中继续阅读</translation>
    </message>
    <message>
        <source>Read back in long texts</source>
        <translation>在长文本中往回阅读</translation>
    </message>
    <message>
        <source>Beginning of long texts</source>
        <translation>长文本的开头</translation>
    </message>
    <message>
        <source>End of long texts</source>
        <translation>长文本的末尾</translation>
    </message>
    <message>
        <source>End the session after the last pair</source>
        <translation>最后一对之后结束本场</translation>
    </message>
    <message>
        <source>Leave; the session waits</source>
        <translation>离开；本场可稍后继续</translation>
    </message>
    <message>
        <source>Show the teacher</source>
        <translation>显示教师</translation>
    </message>
</context>
<context>
    <name>potstill::PairBars</name>
    <message>
        <source>%1 beside %2: %3 wins, %4 ties, %5 losses, %6 both bad</source>
        <translation>%1 与 %2：%3 胜，%4 平，%5 负，%6 都差</translation>
    </message>
    <message>
        <source>%1 % of the untied votes, between %2 % and %3 %</source>
        <translation>非平局票的 %1 %，介于 %2 % 与 %3 % 之间</translation>
    </message>
    <message>
        <source>ties: %1</source>
        <translation>平：%1</translation>
    </message>
    <message>
        <source>both bad: %1</source>
        <translation>都差：%1</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有可显示的内容</translation>
    </message>
</context>
<context>
    <name>potstill::PlanPlots</name>
    <message>
        <source>Noise schedule</source>
        <translation>噪声调度</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>The noise schedule is the teacher&apos;s, which is not there.</source>
        <translation>噪声调度沿用教师模型，但教师模型不存在。</translation>
    </message>
    <message>
        <source>Shift γ(t)</source>
        <translation>移位 γ(t)</translation>
    </message>
    <message>
        <source>Noise level</source>
        <translation>噪声水平</translation>
    </message>
    <message>
        <source>Time t</source>
        <translation>时间 t</translation>
    </message>
    <message>
        <source>Noise level σ</source>
        <translation>噪声水平 σ</translation>
    </message>
    <message>
        <source>signal a(t)</source>
        <translation>信号 a(t)</translation>
    </message>
    <message>
        <source>σ(t)</source>
        <translation>σ(t)</translation>
    </message>
    <message>
        <source>noise s(t)</source>
        <translation>噪声 s(t)</translation>
    </message>
    <message>
        <source>γ(t)</source>
        <translation>γ(t)</translation>
    </message>
</context>
<context>
    <name>potstill::ProgressLine</name>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation>%1，%2。%3</translation>
    </message>
</context>
<context>
    <name>potstill::QualityCharts</name>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>What the images cost: network calls, or the time of one image as `evaluate` measured it</source>
        <translation>图像的代价：网络调用次数，或 `evaluate` 测得的每张图像用时</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>What is gained: preference of people, or a figure of `evaluate`</source>
        <translation>所得：人的偏好，或 `evaluate` 的指标</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>The figure of `evaluate` that is set beside what people prefer</source>
        <translation>与人的偏好并列的 `evaluate` 指标</translation>
    </message>
    <message>
        <source>Quality over cost</source>
        <translation>质量与成本</translation>
    </message>
    <message>
        <source>Preference over training</source>
        <translation>偏好随训练的变化</translation>
    </message>
    <message>
        <source>Figure against preference</source>
        <translation>指标与偏好</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Preference (Elo)</source>
        <translation>偏好 (Elo)</translation>
    </message>
    <message>
        <source>What is measured beside what people prefer</source>
        <translation>测量值与人的偏好</translation>
    </message>
    <message>
        <source>Network calls (NFE)</source>
        <translation>网络调用 (NFE)</translation>
    </message>
    <message>
        <source>Milliseconds an image</source>
        <translation>每张图像毫秒数</translation>
    </message>
    <message>
        <source>Fréchet distance (classifier)</source>
        <translation>Fréchet 距离（分类器）</translation>
    </message>
    <message>
        <source>Kernel distance (classifier)</source>
        <translation>核距离（分类器）</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Class accuracy</source>
        <translation>类别准确率</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>有效率</translation>
    </message>
    <message>
        <source>Validity of the class</source>
        <translation>类别有效率</translation>
    </message>
    <message>
        <source>Pareto line</source>
        <translation>帕累托线</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1，%n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spearman&apos;s ρ = %1, %n system(s)</source>
        <translation>
            <numerusform>Spearman ρ = %1，%n 个系统</numerusform>
        </translation>
    </message>
    <message>
        <source>Preference over training, with %1 % intervals</source>
        <translation>偏好随训练的变化，附 %1 % 区间</translation>
    </message>
    <message>
        <source>Quality over cost; the line joins what nothing beats in both, the ring is the teacher</source>
        <translation>质量与成本；连线为两方面都不被超越者，圆环为教师</translation>
    </message>
    <message>
        <source>FID</source>
        <translation>FID</translation>
    </message>
    <message>
        <source>Fréchet distance (scripted network)</source>
        <translation>Fréchet 距离（脚本网络）</translation>
    </message>
    <message>
        <source>Share of wins (%)</source>
        <translation>胜率 (%)</translation>
    </message>
    <message>
        <source>%1, as evaluated</source>
        <translation>%1（按评估结果）</translation>
    </message>
    <message>
        <source>Distance to the nearest training image</source>
        <translation>与最近训练图像的距离</translation>
    </message>
    <message>
        <source>Training images searched</source>
        <translation>查找的训练图像数</translation>
    </message>
    <message>
        <source>Images judged</source>
        <translation>评判的图像数</translation>
    </message>
    <message>
        <source>Confidence of the intervals</source>
        <translation>区间的置信度</translation>
    </message>
    <message>
        <source>Reference images</source>
        <translation>对照图像数</translation>
    </message>
    <message>
        <source>Reference images (scripted network)</source>
        <translation>对照图像数（脚本网络）</translation>
    </message>
    <message>
        <source>Wrongly accepted by the checker</source>
        <translation>检查程序误接受</translation>
    </message>
    <message>
        <source>Wrongly refused by the checker</source>
        <translation>检查程序误拒绝</translation>
    </message>
    <message>
        <source>%1 (teacher&apos;s encoder %2)</source>
        <translation>%1（教师编码器 %2）</translation>
    </message>
    <message>
        <source>Fréchet distance</source>
        <translation>Fréchet 距离</translation>
    </message>
    <message>
        <source>Kernel distance</source>
        <translation>核距离</translation>
    </message>
</context>
<context>
    <name>potstill::QueuePanel</name>
    <message>
        <source>Go on with %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 left</source>
        <translation>%1 · 剩余 %2 / %3</translation>
    </message>
    <message>
        <source>%L1 images each</source>
        <translation>每个 %L1 张图像</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Work off the queue</source>
        <translation>执行队列</translation>
    </message>
    <message>
        <source>Runs that wait</source>
        <translation>等待中的运行</translation>
    </message>
    <message>
        <source>Go on after a failure</source>
        <translation>失败后继续</translation>
    </message>
    <message numerus="yes">
        <source>Queue · %n run(s)</source>
        <translation>
            <numerusform>队列 · %n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Queue · %n run(s), held</source>
        <translation>
            <numerusform>队列 · %n 个运行，已暂停</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold the queue after this run</source>
        <translation>此运行之后暂停队列</translation>
    </message>
    <message>
        <source>Extend %1 to %L2 images</source>
        <translation>把 %1 延长到 %L2 张图像</translation>
    </message>
    <message>
        <source>The first starts when the run before it is over</source>
        <translation>前面的运行结束后，第一个即开始</translation>
    </message>
    <message>
        <source>When a run fails the next one starts all the same</source>
        <translation>某个运行失败后，下一个仍会开始</translation>
    </message>
    <message>
        <source>Branch of %1 from %L2 images</source>
        <translation>%1 的分支，自 %L2 张图像起</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Edit its settings</source>
        <translation>编辑其设置</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>从队列移除</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>恢复移除的内容</translation>
    </message>
</context>
<context>
    <name>potstill::QueueRunner</name>
    <message>
        <source>The queue waits because a run failed. Start it again when the cause is mended.</source>
        <translation>队列因某个运行失败而等待。排除原因后请重新启动。</translation>
    </message>
    <message>
        <source>Another program works the queue off; it does what waits after its own run.</source>
        <translation>另一个程序正在执行队列；它完成自己的运行后会执行等待中的运行。</translation>
    </message>
</context>
<context>
    <name>potstill::Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>potstill::RatePage</name>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已有定论</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>the first is better</source>
        <translation>第一个更好</translation>
    </message>
    <message>
        <source>the first is not worse by %1 points</source>
        <translation>第一个差距不超过 %1 个百分点</translation>
    </message>
    <message>
        <source>estimate to %1 points</source>
        <translation>估计精度 %1 个百分点</translation>
    </message>
    <message>
        <source>%1 images will take about %2.</source>
        <translation>%1 张图像约需 %2。</translation>
    </message>
    <message>
        <source>Making %1 images…</source>
        <translation>正在生成 %1 张图像…</translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 left</source>
        <translation>%1 / %2 张图像，剩余 %3</translation>
    </message>
    <message>
        <source>The images are ready. Locking fixes the definition before the first vote.</source>
        <translation>图像已就绪。锁定会在第一票之前固定定义。</translation>
    </message>
    <message>
        <source>This project cannot be written to: its ratings can be looked at, but nothing can be rated.</source>
        <translation>此项目不可写：可以查看评分，但不能评分。</translation>
    </message>
    <message>
        <source>Rater 1</source>
        <translation>评分者 1</translation>
    </message>
    <message>
        <source>All images are there.</source>
        <translation>所有图像都已就绪。</translation>
    </message>
    <message>
        <source>%1 of %2 images are there.</source>
        <translation>已有 %1 / %2 张图像。</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>主张</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>confirmatory</source>
        <translation>验证性</translation>
    </message>
    <message>
        <source>exploratory</source>
        <translation>探索性</translation>
    </message>
    <message>
        <source>Noise seeds</source>
        <translation>噪声种子</translation>
    </message>
    <message>
        <source>A session</source>
        <translation>一场</translation>
    </message>
    <message>
        <source>%1 pairs and %2 hidden checks</source>
        <translation>%1 对和 %2 个隐藏检查</translation>
    </message>
    <message>
        <source>Votes so far</source>
        <translation>目前的投票</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>场次</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>fixed, SHA-256 %1</source>
        <translation>已固定，SHA-256 %1</translation>
    </message>
    <message>
        <source>The results stay closed until your session ends.</source>
        <translation>在您的这一场结束之前，结果不公开。</translation>
    </message>
    <message>
        <source>Go on rating</source>
        <translation>继续评分</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>新比较</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1（再次）</translation>
    </message>
    <message>
        <source>The draft was removed.</source>
        <translation>草稿已移除。</translation>
    </message>
    <message>
        <source>Making the first images, to see how long all will take…</source>
        <translation>正在生成第一批图像，以估计全部所需时间…</translation>
    </message>
    <message>
        <source>Locked: question, systems, claim and rules are fixed from now on.</source>
        <translation>已锁定：问题、系统、主张和规则从现在起固定。</translation>
    </message>
    <message>
        <source>Images are being made already; stop that first.</source>
        <translation>已在生成图像；请先停止。</translation>
    </message>
    <message>
        <source>Opening the student…</source>
        <translation>正在打开学生…</translation>
    </message>
    <message>
        <source>Only a distilled student can be rated against its teacher.</source>
        <translation>只有蒸馏得到的学生才能与其教师一起评分。</translation>
    </message>
    <message>
        <source>Quick look: %1</source>
        <translation>快速查看：%1</translation>
    </message>
    <message>
        <source>Student, 1 step</source>
        <translation>学生，1 步</translation>
    </message>
    <message>
        <source>Teacher, 1 step</source>
        <translation>教师，1 步</translation>
    </message>
    <message>
        <source>Student, %1 steps</source>
        <translation>学生，%1 步</translation>
    </message>
    <message>
        <source>Teacher, %1 steps</source>
        <translation>教师，%1 步</translation>
    </message>
    <message>
        <source>Making the images of %1 pairs…</source>
        <translation>正在生成 %1 对图像…</translation>
    </message>
    <message>
        <source>There is no student in this project yet: distil one first.</source>
        <translation>此项目还没有学生：请先蒸馏一个。</translation>
    </message>
    <message>
        <source>Nothing to rate yet</source>
        <translation>还没有可评分的内容</translation>
    </message>
    <message>
        <source>A comparison shows pairs of images blind and asks which is better.
It says when the votes are enough.</source>
        <translation>比较会盲显成对的图像，询问哪张更好。
它会告知投票何时足够。</translation>
    </message>
    <message>
        <source>Rate 20 pairs of the newest student</source>
        <translation>为最新的学生评 20 对</translation>
    </message>
    <message>
        <source>The ratings of this project cannot be opened</source>
        <translation>无法打开此项目的评分</translation>
    </message>
    <message>
        <source>Set the file aside and begin anew</source>
        <translation>把文件移开并重新开始</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Who rates; type a new name for a new rater</source>
        <translation>由谁评分；输入新姓名即为新评分者</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Next rater</source>
        <translation>下一位评分者</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Votes of a pack, a file of votes (CSV or JSON), or pairs of texts to rate</source>
        <translation>评分包的投票、投票文件（CSV 或 JSON），或待评分的文本对</translation>
    </message>
    <message>
        <source>Rate 20 pairs</source>
        <translation>评 20 对</translation>
    </message>
    <message>
        <source>The newest student at 3 steps against its teacher&apos;s own 3 steps: a difference that 20 votes can decide</source>
        <translation>最新学生的 3 步对教师自己的 3 步：20 票即可分出的差别</translation>
    </message>
    <message>
        <source>A draft; nothing is fixed until it is locked</source>
        <translation>草稿；锁定之前一切都可更改</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Bring the removed draft back</source>
        <translation>恢复移除的草稿</translation>
    </message>
    <message>
        <source>Images made</source>
        <translation>已生成的图像</translation>
    </message>
    <message>
        <source>Prepare images</source>
        <translation>准备图像</translation>
    </message>
    <message>
        <source>Makes the images of every system from the reserved seeds; says first how long it takes</source>
        <translation>用预留的种子生成每个系统的图像；会先说明需要多久</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Fixes the definition before the first vote; it gets a hash and cannot be changed</source>
        <translation>在第一票之前固定定义；它得到一个哈希值，不能再更改</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Makes the rest of the images</source>
        <translation>生成其余图像</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What is made is kept; preparing goes on from there</source>
        <translation>已生成的保留；之后从那里继续准备</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removes the draft; it can be brought back</source>
        <translation>移除草稿；可以恢复</translation>
    </message>
    <message>
        <source>Opens the pairs on the whole screen</source>
        <translation>全屏打开成对图像</translation>
    </message>
    <message>
        <source>Make a pack…</source>
        <translation>制作评分包…</translation>
    </message>
    <message>
        <source>A folder or ZIP with pairs of its own, to be rated in a browser without installing anything</source>
        <translation>含有专属配对的文件夹或 ZIP，无需安装任何东西即可在浏览器中评分</translation>
    </message>
    <message>
        <source>Export votes…</source>
        <translation>导出投票…</translation>
    </message>
    <message>
        <source>CSV or JSON in the columns of Pick-a-Pic</source>
        <translation>CSV 或 JSON，采用 Pick-a-Pic 的列</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>克隆</translation>
    </message>
    <message>
        <source>A new draft like this one, with seeds of its own</source>
        <translation>与此相同的新草稿，使用自己的种子</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>The comparison takes no more votes</source>
        <translation>该比较不再接受投票</translation>
    </message>
    <message>
        <source>Images of this session vanished or were changed in %1: %2 (%3 in all). Put them back; votes on other images cannot be compared.</source>
        <translation>%1 中本场的图像消失或被更改：%2（共 %3 张）。请放回原处；对其他图像的投票无法比较。</translation>
    </message>
    <message>
        <source>A vote could not be stored, so the session was left: %1</source>
        <translation>有一票未能保存，因此离开了本场：%1</translation>
    </message>
    <message>
        <source>The session is over. Thank you.</source>
        <translation>本场结束。谢谢。</translation>
    </message>
    <message>
        <source>Where to put the pack (a name ending in .zip, or a folder)</source>
        <translation>评分包放在哪里（以 .zip 结尾的名称，或文件夹）</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip);;Folder (*)</source>
        <translation>ZIP 压缩包 (*.zip);;文件夹 (*)</translation>
    </message>
    <message>
        <source>A pack of %1 pairs is in %2. Whoever rates it sends one file back: import that.</source>
        <translation>含 %1 对的评分包位于 %2。评分者会寄回一个文件：请导入它。</translation>
    </message>
    <message>
        <source>Votes of a pack, a file of votes, or pairs of texts</source>
        <translation>评分包的投票、投票文件，或文本对</translation>
    </message>
    <message>
        <source>Votes and pairs (*.json *.csv)</source>
        <translation>投票和配对 (*.json *.csv)</translation>
    </message>
    <message>
        <source>Votes imported as a comparison of their own: %1.</source>
        <translation>投票已作为单独的比较导入：%1。</translation>
    </message>
    <message>
        <source>This file was imported before; nothing was added.</source>
        <translation>此文件以前导入过；没有添加任何内容。</translation>
    </message>
    <message>
        <source>File for the votes</source>
        <translation>投票文件</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json)</source>
        <translation>CSV (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Votes in %1: %2.</source>
        <translation>%1 中的投票：%2。</translation>
    </message>
    <message>
        <source>Votes of %1: %2 added, %3 ignored because these pairs had their answers.</source>
        <translation>%1 的投票：添加 %2 票，忽略 %3 票，因为这些对已有回答。</translation>
    </message>
    <message>
        <source>Your answers are in %1. Send that file to whoever gave you the pack.</source>
        <translation>您的回答位于 %1。请把该文件发给提供评分包的人。</translation>
    </message>
    <message>
        <source>Looking at the checkpoints…</source>
        <translation>正在查看检查点…</translation>
    </message>
    <message>
        <source>%1 has fewer than two checkpoints, so there is nothing to compare.</source>
        <translation>%1 的检查点少于两个，没有可比较的内容。</translation>
    </message>
    <message>
        <source>%L1 images</source>
        <translation>%L1 张图像</translation>
    </message>
    <message>
        <source>Checkpoints of %1</source>
        <translation>%1 的检查点</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Goes on with the session here; the other program leaves it at its next answer</source>
        <translation>在此继续这一场；另一个程序会在下一次作答时退出本场</translation>
    </message>
    <message>
        <source>Undoes the last removal of a draft</source>
        <translation>撤销上一次移除草稿</translation>
    </message>
    <message>
        <source>Open pack…</source>
        <translation>打开评分包…</translation>
    </message>
    <message>
        <source>Rates a pack of somebody else&apos;s comparison here; your answers become a file to send back</source>
        <translation>在此为他人的比较所制作的评分包评分；您的回答会写成一个文件，供您寄回</translation>
    </message>
    <message>
        <source>Open rating pack</source>
        <translation>打开评分包</translation>
    </message>
    <message>
        <source>Drafts, open and closed comparisons of the project with their votes</source>
        <translation>项目的草稿、进行中和已关闭的比较，以及它们的投票</translation>
    </message>
    <message>
        <source>The session was left: %1</source>
        <translation>已离开本场：%1</translation>
    </message>
    <message>
        <source>Your answers are kept: open the pack again to go on.</source>
        <translation>您的回答已保留：再次打开评分包即可继续。</translation>
    </message>
    <message>
        <source>A rater needs a name.</source>
        <translation>评分者需要填写姓名。</translation>
    </message>
    <message>
        <source>Rating pack: a ZIP, or the page or pack.json of its folder</source>
        <translation>评分包：ZIP，或其文件夹中的网页或 pack.json</translation>
    </message>
    <message>
        <source>Rating packs (*.zip *.html pack.json)</source>
        <translation>评分包 (*.zip *.html pack.json)</translation>
    </message>
    <message>
        <source>File for your answers</source>
        <translation>回答文件</translation>
    </message>
    <message>
        <source>Answers to a pack (*.json)</source>
        <translation>评分包的回答 (*.json)</translation>
    </message>
    <message>
        <source>The file stays as it is until you choose.</source>
        <translation>在您选择之前，文件保持不变。</translation>
    </message>
    <message>
        <source>The texts are there. Locking fixes the definition before the first vote.</source>
        <translation>文本已就绪。锁定后，定义将在第一票之前固定。</translation>
    </message>
    <message>
        <source>Error rate, prior, ridge</source>
        <translation>错误率、先验、岭参数</translation>
    </message>
    <message>
        <source>%1 %, %2, %3</source>
        <translation>%1 %，%2，%3</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Rename raters, or merge profiles of one person</source>
        <translation>重命名评分者，或合并同一人的多个档案</translation>
    </message>
    <message>
        <source>The pack was withdrawn: its answers are refused. It can be brought back.</source>
        <translation>评分包已撤回：其答案将被拒绝。可以恢复。</translation>
    </message>
    <message>
        <source>The pack counts again: its answers are taken.</source>
        <translation>评分包重新计入：其答案将被接收。</translation>
    </message>
    <message>
        <source>A draft of %1 pairs of texts: look at its question and rules, then lock it.</source>
        <translation>含 %1 对文本的草稿：请检查问题和规则，然后锁定。</translation>
    </message>
    <message>
        <source>The images that are there are of other systems; preparing makes new ones in their place.</source>
        <translation>现有图像属于其他系统；准备图像时会生成新的图像来替换。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>%1 runs are selected; at most %2 can be compared at once.</source>
        <translation>选中了 %1 个运行；一次最多可比较 %2 个。</translation>
    </message>
    <message>
        <source>Opening the runs…</source>
        <translation>正在打开运行…</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other run(s)</source>
        <translation>
            <numerusform>%1 和另外 %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Lets another person rate: asks for their name</source>
        <translation>让另一个人评分：会询问其姓名</translation>
    </message>
    <message>
        <source>Warnings of the images</source>
        <translation>图像的警告</translation>
    </message>
    <message>
        <source>Put these warnings away</source>
        <translation>收起这些警告</translation>
    </message>
    <message>
        <source>%1 is rating this comparison in another program (on %2, process %3). Two cannot share a session: choose another rater, or take the session over if nobody is rating there.</source>
        <translation>%1 正在另一个程序中为此比较评分（%2 上，进程 %3）。一个会话不能两处共用：请选择另一位评分者；若那里无人评分，可接管会话。</translation>
    </message>
    <message>
        <source>The session was left; it can be continued at any time.</source>
        <translation>已离开会话；可随时继续。</translation>
    </message>
    <message>
        <source>Nothing can be rated in this project: its ratings could not be opened, or cannot be written.</source>
        <translation>此项目无法评分：其评分无法打开或无法写入。</translation>
    </message>
</context>
<context>
    <name>potstill::RaterPanel</name>
    <message>
        <source>Raters</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Everybody who rated here, with their votes; merged profiles stand under their rater</source>
        <translation>所有在此评分的人及其票数；合并的档案列在其评分者之下</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Name of the rater</source>
        <translation>评分者姓名</translation>
    </message>
    <message>
        <source>What this rater is called in lists and reports</source>
        <translation>该评分者在列表和报告中的名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>The votes stay theirs; the old name still leads to them</source>
        <translation>票仍归其本人；旧名称仍可找到该评分者</translation>
    </message>
    <message>
        <source>Same person as</source>
        <translation>与此人相同</translation>
    </message>
    <message>
        <source>The rater whose votes these are too</source>
        <translation>这些票同样所属的评分者</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Takes the last change of a rater back</source>
        <translation>撤销对评分者的最近一次更改</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>The votes of this profile are a rater&apos;s of their own again</source>
        <translation>该档案的票重新归为独立的评分者</translation>
    </message>
    <message>
        <source>The votes of the selected rater count as those of the one beside; this can be taken back</source>
        <translation>所选评分者的票计为旁边所选评分者的票；可以撤销</translation>
    </message>
</context>
<context>
    <name>potstill::RecipeDifference</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation>已看图像</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>NFE</source>
        <translation>NFE</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>On the student&apos;s grid</source>
        <translation>在学生的网格上</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>Eta</source>
        <translation>Eta</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Guidance distilled in</source>
        <translation>蒸馏进去的引导</translation>
    </message>
    <message>
        <source>Noise correction</source>
        <translation>噪声校正</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>噪声种子</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Parametrisation</source>
        <translation>参数化</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 … (%2 values)</source>
        <translation>%1 … （%2 个值）</translation>
    </message>
    <message>
        <source>Settings in which the two images differ</source>
        <translation>两张图像不同的设置</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有差别</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>哈希</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Milliseconds per image</source>
        <translation>每张图像毫秒数</translation>
    </message>
    <message>
        <source>A row for each setting: its value for the first and the second image</source>
        <translation>每项设置一行：第一张和第二张图像各自的值</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Churn</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Table of betas</source>
        <translation>beta 表</translation>
    </message>
    <message>
        <source>Table of betas, zero terminal SNR</source>
        <translation>beta 表，终端信噪比为零</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Score SDE</source>
        <translation>得分 SDE</translation>
    </message>
    <message>
        <source>Averaged</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
</context>
<context>
    <name>potstill::ResultsPage</name>
    <message>
        <source>File for the report</source>
        <translation>报告文件</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>Wins, ties and losses</source>
        <translation>胜、平、负</translation>
    </message>
    <message>
        <source>Untied votes</source>
        <translation>非平局票</translation>
    </message>
    <message>
        <source>Evidence (e-value)</source>
        <translation>证据（E 值）</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>投票</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>中位用时</translation>
    </message>
    <message>
        <source>Left picks</source>
        <translation>选左比例</translation>
    </message>
    <message>
        <source>Repeated alike</source>
        <translation>重复一致</translation>
    </message>
    <message>
        <source>Checks failed</source>
        <translation>未通过检查</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致度</translation>
    </message>
    <message>
        <source>Wins · ties · both bad · losses</source>
        <translation>胜 · 平 · 都差 · 负</translation>
    </message>
    <message>
        <source>Evidence over votes, with the line at which the comparison is decided</source>
        <translation>证据随投票的变化，以及得出定论的界线</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>还没有结果</translation>
    </message>
    <message>
        <source>Go to Rate</source>
        <translation>前往评分</translation>
    </message>
    <message>
        <source>The results stay closed until your session ends.</source>
        <translation>在您的这一场结束之前，结果不公开。</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已有定论</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>报告位于 %1</translation>
    </message>
    <message>
        <source>No pair was judged by two raters, so that their agreement is not known.</source>
        <translation>没有任何一对由两位评分者判断，因此一致度未知。</translation>
    </message>
    <message>
        <source>All judgements are the same: agreement beyond chance is not defined.</source>
        <translation>所有判断都相同：超出偶然的一致度没有定义。</translation>
    </message>
    <message numerus="yes">
        <source>Krippendorff&apos;s α = %1 (%2 to %3), %n pair(s)</source>
        <translation>
            <numerusform>Krippendorff α = %1（%2 至 %3），%n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2: Cohen&apos;s κ = %3 (%4 to %5), %n pair(s)</source>
        <translation>
            <numerusform>%1 与 %2：Cohen κ = %3（%4 至 %5），%n 对</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” · %n vote(s) · checks: %2 · left out: %3 · definition %4…</source>
        <translation>
            <numerusform>“%1” · %n 票 · 检查：%2 · 排除：%3 · 定义 %4…</numerusform>
        </translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Evidence over votes</source>
        <translation>证据随投票的变化</translation>
    </message>
    <message>
        <source>Strengths with %1 % intervals</source>
        <translation>强度，附 %1 % 区间</translation>
    </message>
    <message>
        <source>Strengths in points of Elo, with %1 % intervals</source>
        <translation>强度（Elo 分），附 %1 % 区间</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF (*.pdf);;LaTeX tables (*.tex)</source>
        <translation>网页 (*.html);;PDF (*.pdf);;LaTeX 表格 (*.tex)</translation>
    </message>
    <message>
        <source>Whose results are shown</source>
        <translation>显示哪个比较的结果</translation>
    </message>
    <message>
        <source>A web page or PDF with the definition and its hash, or tables of pairs and strengths for LaTeX</source>
        <translation>含定义及其哈希的网页或 PDF，或用于 LaTeX 的配对表格和强度表格</translation>
    </message>
    <message>
        <source>A row for each rater</source>
        <translation>每位评分者一行</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The arrow keys scroll</source>
        <translation>用方向键滚动</translation>
    </message>
    <message>
        <source>Results appear as soon as a comparison has votes or models are evaluated.</source>
        <translation>一旦比较有了投票或模型完成评估，结果便会显示。</translation>
    </message>
    <message>
        <source>No comparison has votes yet; this is what was measured.</source>
        <translation>尚无比较获得投票；以下为测得的指标。</translation>
    </message>
    <message>
        <source>There are no strengths: %1</source>
        <translation>无法给出强度：%1</translation>
    </message>
    <message>
        <source>One person has rated: the intervals tell how votes vary over noise seeds, not over people.</source>
        <translation>只有一人评分：区间反映投票随噪声种子的变化，而非随人的变化。</translation>
    </message>
    <message>
        <source>In a balanced design %1 untied votes tell two strengths apart to ± %2 points of Elo; half of that takes %3.</source>
        <translation>在均衡设计中，%1 张非平票可将两个强度区分到 ± %2 个 Elo 点；若要减半则需 %3 张。</translation>
    </message>
    <message>
        <source>“%1” %2 % (%3 to %4)</source>
        <translation>“%1” %2 %（%3 至 %4）</translation>
    </message>
    <message>
        <source>Between %1 % and %2 %, of %3</source>
        <translation>介于 %1 % 与 %2 % 之间，共 %3 次</translation>
    </message>
    <message>
        <source>This rater prefers one side. %1</source>
        <translation>此评分者偏好某一侧。%1</translation>
    </message>
    <message>
        <source>The raters together prefer one side: %1 % of the untied votes went to the left image (%2 to %3).</source>
        <translation>评分者总体上偏好某一侧：%1 % 的非平局票投给了左侧图像（%2 至 %3）。</translation>
    </message>
    <message>
        <source>Share of a system&apos;s pairs that were called “both bad”: %1</source>
        <translation>某系统的图像对中被判为“都差”的比例：%1</translation>
    </message>
</context>
<context>
    <name>potstill::RunDesk</name>
    <message>
        <source>Settings in which the runs differ</source>
        <translation>各运行不同的设置</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes on %1</source>
        <translation>%1 的备注</translation>
    </message>
    <message>
        <source>The program without a window did not start; the run is saved and waits in the queue.</source>
        <translation>无窗口的程序没有启动；运行已保存，在队列中等待。</translation>
    </message>
    <message>
        <source>The program that trains this run cannot be asked from here to stop; stop it where it runs.</source>
        <translation>无法从这里让训练此运行的程序停止；请在它运行的地方停止。</translation>
    </message>
    <message>
        <source>The other program still trains this run; try again when it has stopped.</source>
        <translation>另一个程序仍在训练此运行；请在它停止后重试。</translation>
    </message>
    <message>
        <source>The settings of %1 are those of another version of this program and cannot be shown.</source>
        <translation>%1 的设置属于此程序的另一个版本，无法显示。</translation>
    </message>
    <message>
        <source>It is no longer in the queue: it was started or removed. What you changed is the draft now.</source>
        <translation>它已不在队列中：已经开始或被移除。您的更改现在成为草稿。</translation>
    </message>
    <message>
        <source>Extend %1</source>
        <translation>延长 %1</translation>
    </message>
    <message>
        <source>Further images</source>
        <translation>增加的图像</translation>
    </message>
    <message>
        <source>Images that it sees beyond those that it has seen, for example 20k</source>
        <translation>在已看过的图像之外还要看的图像数，例如 20k</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>It has seen %L1 images and goes on to %L2, with the settings that it was started with.</source>
        <translation>它已看过 %L1 张图像，将按开始时的设置继续到 %L2 张。</translation>
    </message>
    <message>
        <source>A number of images, 1 or more.</source>
        <translation>请填写图像数，至少为 1。</translation>
    </message>
    <message>
        <source>%1 was stopped to be taken back; it waits in its project.</source>
        <translation>%1 已为收回而停止；它在自己的项目中等待。</translation>
    </message>
</context>
<context>
    <name>potstill::RunFiles</name>
    <message>
        <source>Bring back from the trash</source>
        <translation>从回收站恢复</translation>
    </message>
</context>
<context>
    <name>potstill::RunLogDialog</name>
    <message>
        <source>Log of %1</source>
        <translation>%1 的日志</translation>
    </message>
    <message>
        <source>This run wrote nothing.</source>
        <translation>此运行没有写出任何内容。</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
</context>
<context>
    <name>potstill::RunSummaryDialog</name>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>still running</source>
        <translation>仍在运行</translation>
    </message>
    <message>
        <source>interrupted; it can be resumed</source>
        <translation>已中断；可以继续</translation>
    </message>
    <message>
        <source>stopped; it can be resumed</source>
        <translation>已停止；可以继续</translation>
    </message>
    <message>
        <source>distance to the teacher</source>
        <translation>与教师的距离</translation>
    </message>
    <message>
        <source>held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>您离开期间</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) went on without the window.</source>
        <translation>
            <numerusform>%n 个运行在没有窗口的情况下继续进行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) went on without the window; %1 failed.</source>
        <translation>
            <numerusform>%n 个运行在没有窗口的情况下继续进行；%1 个失败。</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs that went on</source>
        <translation>继续进行的运行</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>结果如何</translation>
    </message>
    <message>
        <source>%1: %2 (best %3, checkpoint of %L4 images)</source>
        <translation>%1：%2（最佳 %3，%L4 张图像处的检查点）</translation>
    </message>
    <message>
        <source>%1: %2 (best %3 at %L4 images)</source>
        <translation>%1：%2（最佳 %3，在 %L4 张图像处）</translation>
    </message>
    <message>
        <source>Read its log</source>
        <translation>阅读日志</translation>
    </message>
    <message>
        <source>See the moment</source>
        <translation>查看该时刻</translation>
    </message>
    <message>
        <source>See the ladder</source>
        <translation>查看阶梯</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>%1; at %L2 images: %3</source>
        <translation>%1；在 %L2 张图像处：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>potstill::RunTable</name>
    <message>
        <source>Distance to the teacher</source>
        <translation>与教师的距离</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Runs, the settings in which they differ and their figures</source>
        <translation>运行、它们不同的设置及其指标</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation>已看图像</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>When the figures are read</source>
        <translation>何时读取指标</translation>
    </message>
    <message>
        <source>Figures at the end of each run</source>
        <translation>每个运行结束时的指标</translation>
    </message>
    <message>
        <source>Figures after equally many images</source>
        <translation>图像数相同时的指标</translation>
    </message>
    <message>
        <source>Figures after equal time</source>
        <translation>时间相同时的指标</translation>
    </message>
    <message>
        <source>Close the table</source>
        <translation>关闭表格</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>At which moment of the runs the figures are compared</source>
        <translation>在运行的哪一时刻比较指标</translation>
    </message>
    <message>
        <source>A row for each run; a click on a heading sorts</source>
        <translation>每个运行一行；单击列标题可排序</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Evaluated after images</source>
        <translation>评估时已看图像</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>potstill::RunsDock</name>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>搜索运行</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新运行</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>%1
%L2 of %L3 images</source>
        <translation>%1
%L2 / %L3 张图像</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Clone and edit</source>
        <translation>克隆并编辑</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Search names and notes</source>
        <translation>搜索名称和备注</translation>
    </message>
    <message>
        <source>Starred runs only</source>
        <translation>只看加星的运行</translation>
    </message>
    <message>
        <source>Show starred runs only</source>
        <translation>只显示加星的运行</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Disk use…</source>
        <translation>磁盘占用…</translation>
    </message>
    <message numerus="yes">
        <source>Compare the settings of %n run(s)</source>
        <translation>
            <numerusform>比较 %n 个运行的设置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n run(s) to the trash</source>
        <translation>
            <numerusform>把 %n 个运行移到回收站</numerusform>
        </translation>
    </message>
    <message>
        <source>Branch from</source>
        <translation>由此分支</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>复制为命令</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>重命名 (F2)</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Move to the trash (Del)</source>
        <translation>移到回收站 (Del)</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Change the notes</source>
        <translation>更改备注</translation>
    </message>
    <message>
        <source>The run that is being trained cannot go to the trash; finish or discard it first.</source>
        <translation>正在训练的运行不能移到回收站；请先结束或放弃它。</translation>
    </message>
    <message>
        <source>Distance to the teacher</source>
        <translation>与教师的距离</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>%1 at %L2 images</source>
        <translation>%1，在 %L2 张图像处</translation>
    </message>
    <message>
        <source>Runs, data, drafts and comparisons of the project</source>
        <translation>项目的运行、数据、草稿和比较</translation>
    </message>
    <message>
        <source>The arrow keys open a run, F2 renames it, the menu key shows more</source>
        <translation>方向键打开运行，F2 重命名，菜单键显示更多</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Built-in shapes</source>
        <translation>内置图形</translation>
    </message>
    <message>
        <source>%1
Enter: train a teacher on it</source>
        <translation>%1
Enter：用它训练教师</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>The settings that Configure keeps</source>
        <translation>“配置”页面所保存的设置</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n vote(s)</source>
        <translation>
            <numerusform>%1
%n 票</numerusform>
        </translation>
    </message>
    <message>
        <source>Train a teacher on it</source>
        <translation>用它训练教师</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>延长…</translation>
    </message>
    <message>
        <source>Show its settings</source>
        <translation>显示其设置</translation>
    </message>
    <message>
        <source>Rate its checkpoints</source>
        <translation>为其检查点评分</translation>
    </message>
    <message>
        <source>Evaluate…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>导出模型…</translation>
    </message>
    <message>
        <source>running elsewhere</source>
        <translation>在别处运行</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The newest (%L1 images)</source>
        <translation>最新（%L1 张图像）</translation>
    </message>
    <message numerus="yes">
        <source>Rate %n run(s) blind</source>
        <translation>
            <numerusform>盲评 %n 个运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>potstill::SamplePanel</name>
    <message>
        <source>Samples of fixed noise</source>
        <translation>固定噪声的样本</translation>
    </message>
    <message>
        <source>Samples of the pinned moment</source>
        <translation>所固定时刻的样本</translation>
    </message>
    <message>
        <source>Raw weights</source>
        <translation>原始权重</translation>
    </message>
    <message>
        <source>Show the raw weights instead of the averaged ones</source>
        <translation>显示原始权重而不是平均权重</translation>
    </message>
    <message>
        <source>Pin this moment</source>
        <translation>固定此时刻</translation>
    </message>
    <message>
        <source>Keep this moment on the left and compare others with it</source>
        <translation>把此时刻保留在左侧，与其他时刻比较</translation>
    </message>
    <message>
        <source>Put the pinned moment away</source>
        <translation>收起所固定的时刻</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>%1 has no description</source>
        <translation>%1 没有描述</translation>
    </message>
    <message>
        <source>%L1 images, raw weights</source>
        <translation>%L1 张图像，原始权重</translation>
    </message>
    <message>
        <source>%L1 images, averaged weights</source>
        <translation>%L1 张图像，平均权重</translation>
    </message>
    <message>
        <source>Pinned: %L1 images</source>
        <translation>已固定：%L1 张图像</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Show student, teacher and discriminator at the same input instead of samples</source>
        <translation>显示同一输入下的学生、教师和判别器，而不是样本</translation>
    </message>
    <message>
        <source>%L1 images: the networks at the same inputs, on the student&apos;s own path</source>
        <translation>%L1 张图像：学生自身路径上同一输入下的各网络</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>teacher, %n step(s)</source>
        <translation>
            <numerusform>教师，%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>input, t = %1</source>
        <translation>输入，t = %1</translation>
    </message>
    <message>
        <source>student, %1 % real</source>
        <translation>学生，%1 % 判为真</translation>
    </message>
    <message>
        <source>student</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>teacher&apos;s answer</source>
        <translation>教师的回答</translation>
    </message>
    <message>
        <source>Pinned: %L1 images, the networks at the same inputs</source>
        <translation>已固定：%L1 张图像，同一输入下的各网络</translation>
    </message>
    <message>
        <source>Pinned: %L1 images, raw weights</source>
        <translation>已固定：%L1 张图像，原始权重</translation>
    </message>
    <message>
        <source>Pinned: %L1 images, averaged weights</source>
        <translation>已固定：%L1 张图像，平均权重</translation>
    </message>
    <message>
        <source>teacher, %1 NFE</source>
        <translation>教师，%1 NFE</translation>
    </message>
</context>
<context>
    <name>potstill::SampleTableView</name>
    <message>
        <source>%1 NFE · %2 ms</source>
        <translation>%1 NFE · %2 毫秒</translation>
    </message>
    <message>
        <source>off the grid</source>
        <translation>不在网格上</translation>
    </message>
    <message>
        <source>%1 · off the grid</source>
        <translation>%1 · 不在网格上</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 NFE · %2 ms per image</source>
        <translation>%1 NFE · 每张图像 %2 毫秒</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 / %2 步</translation>
    </message>
</context>
<context>
    <name>potstill::Scrubber</name>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 张图像</translation>
    </message>
    <message>
        <source>Event %1 of %2, %3</source>
        <translation>第 %1 / %2 个事件，%3</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>还没有事件</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>%1  (Space)</source>
        <translation>%1（空格键）</translation>
    </message>
    <message>
        <source>Earlier  (Left)</source>
        <translation>前一个 (Left)</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Later  (Right)</source>
        <translation>后一个 (Right)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Images seen</source>
        <translation>已看图像</translation>
    </message>
    <message>
        <source>Step; type a number to go there</source>
        <translation>步；输入数字可跳到该处</translation>
    </message>
    <message>
        <source>Images seen; type a number such as 12k to go there</source>
        <translation>已看图像；输入数字如 12k 可跳到该处</translation>
    </message>
</context>
<context>
    <name>potstill::SectionCard</name>
    <message>
        <source>Fold %1</source>
        <translation>折叠 %1</translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation>展开 %1</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 个问题</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 条警告</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 条警告</translation>
    </message>
</context>
<context>
    <name>potstill::ShortcutsDialog</name>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>%1 belongs to &quot;%2&quot;; give that command other keys first.</source>
        <translation>%1 已用于“%2”；请先给该命令换别的按键。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Press the new key</source>
        <translation>请按新按键</translation>
    </message>
    <message>
        <source>Enter or a double click, then the new key, changes that of a command or, below, of a page. Keys by which a view is moved are fixed.</source>
        <translation>按 Enter 或双击，再按新按键，即可更改命令的按键；下方各页面的按键也可更改。移动视图的按键是固定的。</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Takes the keys of the command that is chosen away</source>
        <translation>清除所选命令的按键</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Gives the command that is chosen its default keys back</source>
        <translation>恢复所选命令的默认按键</translation>
    </message>
    <message>
        <source>Gives all commands their default keys back</source>
        <translation>恢复所有命令的默认按键</translation>
    </message>
    <message>
        <source>One of the default keys belongs to &quot;%1&quot; now; give that command other keys first.</source>
        <translation>默认按键之一现已用于“%1”；请先给该命令换别的按键。</translation>
    </message>
</context>
<context>
    <name>potstill::SourceMenu</name>
    <message>
        <source>Folder of images</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>ZIP or packed set</source>
        <translation>ZIP 或打包数据集</translation>
    </message>
    <message>
        <source>ZIP and packed sets (*.zip *.safetensors);;All files (*)</source>
        <translation>ZIP 和打包数据集 (*.zip *.safetensors);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>ZIP or packed set…</source>
        <translation>ZIP 或打包数据集…</translation>
    </message>
</context>
<context>
    <name>potstill::StatusParts</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Devices that can compute; leads to the setting that chooses one</source>
        <translation>可用于计算的设备；通往选择设备的设置</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Memory that the run uses, of what its device has; leads to the batch, which decides it</source>
        <translation>运行所用的内存及其设备的总内存；通往决定它的批次</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed of the run; leads to its curve</source>
        <translation>运行的速度；通往其曲线</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>上次保存</translation>
    </message>
    <message>
        <source>When the last checkpoint was written; leads to the run</source>
        <translation>最近一个检查点的写入时间；通往该运行</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Entries that wait in the queue; leads there</source>
        <translation>队列中等待的条目；通往队列</translation>
    </message>
    <message>
        <source>saved just now</source>
        <translation>刚刚已保存</translation>
    </message>
    <message numerus="yes">
        <source>%n in the queue</source>
        <translation>
            <numerusform>队列中 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 images/s, %2 steps/s</source>
        <translation>%1 图像/秒，%2 步/秒</translation>
    </message>
    <message>
        <source>saved %1 s ago</source>
        <translation>%1 秒前已保存</translation>
    </message>
    <message>
        <source>GPU %1: %2 %</source>
        <translation>GPU %1：%2 %</translation>
    </message>
    <message>
        <source>Share of the time in which the device works; all programs use %1 of its memory. Leads to the speed of the run</source>
        <translation>设备处于工作状态的时间比例；所有程序共占用其内存 %1。通往运行的速度</translation>
    </message>
    <message>
        <source>Load of the run&apos;s device</source>
        <translation>运行所用设备的负载</translation>
    </message>
</context>
<context>
    <name>potstill::StrengthPlot</name>
    <message>
        <source>%1: %2 points, between %3 and %4</source>
        <translation>%1：%2 分，介于 %3 与 %4 之间</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有可显示的内容</translation>
    </message>
    <message>
        <source>; by the bootstrap between %1 and %2</source>
        <translation>；自助法：介于 %1 与 %2 之间</translation>
    </message>
</context>
<context>
    <name>potstill::SweepBar</name>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Sweep, for example seed=0,1,2 imagine_flash.srl=true,false</source>
        <translation>扫描，例如 seed=0,1,2 imagine_flash.srl=true,false</translation>
    </message>
    <message>
        <source>Settings and their values: every combination becomes a run. Values are parted by commas, those of lists by |.</source>
        <translation>设置及其取值：每种组合成为一个运行。取值用逗号分隔，列表的取值用 | 分隔。</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>It starts when the runs before it are over</source>
        <translation>在前面的运行结束后开始</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>potstill::SystemRows</name>
    <message>
        <source>Add a system</source>
        <translation>添加系统</translation>
    </message>
    <message>
        <source>Another model that is compared with those above</source>
        <translation>再添加一个模型，与以上模型比较</translation>
    </message>
    <message>
        <source>Name of system %1</source>
        <translation>系统 %1 的名称</translation>
    </message>
    <message>
        <source>Model of system %1</source>
        <translation>系统 %1 的模型</translation>
    </message>
    <message>
        <source>Steps of system %1</source>
        <translation>系统 %1 的步数</translation>
    </message>
    <message>
        <source>Steps of a student, network calls of a teacher</source>
        <translation>学生的步数，或教师的网络调用次数</translation>
    </message>
    <message>
        <source>Sampler of system %1</source>
        <translation>系统 %1 的采样器</translation>
    </message>
    <message>
        <source>Its own sampler</source>
        <translation>自带采样器</translation>
    </message>
    <message>
        <source>Noise correction of system %1</source>
        <translation>系统 %1 的噪声校正</translation>
    </message>
    <message>
        <source>Correction as stored</source>
        <translation>按保存的校正</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>校正</translation>
    </message>
    <message>
        <source>Not corrected</source>
        <translation>不校正</translation>
    </message>
    <message>
        <source>Guidance of system %1</source>
        <translation>系统 %1 的引导</translation>
    </message>
    <message>
        <source>Classifier-free guidance scale; twice the network calls</source>
        <translation>无分类器引导强度；网络调用加倍</translation>
    </message>
    <message>
        <source>guidance </source>
        <translation>引导 </translation>
    </message>
    <message>
        <source>not guided</source>
        <translation>无引导</translation>
    </message>
    <message>
        <source>Leave system %1 out</source>
        <translation>去掉系统 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1，%n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, guidance %2</source>
        <translation>%1，引导 %2</translation>
    </message>
</context>
<context>
    <name>potstill::TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Projects, settings, help</source>
        <translation>项目、设置、帮助</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause; the weights stay loaded and can be sampled</source>
        <translation>暂停；权重保持加载，可以采样</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>立即采样</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 图像/秒</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有运行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stop after this step and save</source>
        <translation>完成这一步后停止并保存</translation>
    </message>
    <message>
        <source>Write a checkpoint now</source>
        <translation>立即写入检查点</translation>
    </message>
    <message>
        <source>Sample the fixed noise now</source>
        <translation>立即用固定噪声采样</translation>
    </message>
    <message>
        <source>The run has failed</source>
        <translation>运行失败</translation>
    </message>
    <message>
        <source>The run %1 has failed</source>
        <translation>运行 %1 失败</translation>
    </message>
    <message>
        <source>Stop after this step, save and move the run to the trash; pressed again, stop at once</source>
        <translation>完成这一步后停止，保存并把运行移到回收站；再按一次则立即停止</translation>
    </message>
</context>
<context>
    <name>potstill::TrainPage</name>
    <message>
        <source>Nothing is being trained</source>
        <translation>没有正在训练的模型</translation>
    </message>
    <message>
        <source>Configure a student or a teacher and start it, or open a run on the left.</source>
        <translation>请配置学生或教师并开始，或在左侧打开一个运行。</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>The student learns. Compare what it makes in one, two and three steps with its teacher.</source>
        <translation>学生正在学习。请把它一步、两步、三步的结果与教师比较。</translation>
    </message>
    <message>
        <source>See the ladder</source>
        <translation>查看阶梯</translation>
    </message>
    <message>
        <source>Go on with it here</source>
        <translation>在此继续</translation>
    </message>
    <message>
        <source>The other program saves and stops; the run then goes on in this window</source>
        <translation>另一个程序会保存并停止；运行随后在此窗口继续</translation>
    </message>
    <message>
        <source>A program on %1</source>
        <translation>%1 上的程序</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（进程 %2）</translation>
    </message>
    <message>
        <source>%1 trains this run; it is shown here as it is written. %L2 of %L3 images were saved.</source>
        <translation>%1 正在训练此运行；这里随其写入而显示。已保存 %L2 / %L3 张图像。</translation>
    </message>
    <message>
        <source>Opens Compare with this student</source>
        <translation>打开“比较”页面并显示此学生</translation>
    </message>
    <message>
        <source>Speed, time left and memory</source>
        <translation>速度、剩余时间与内存</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 图像/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 memory</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>Close this hint</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Close this hint; it does not come back in this project</source>
        <translation>关闭此提示；在此项目中不再出现</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 步/秒</translation>
    </message>
    <message>
        <source>device %1 % busy</source>
        <translation>设备负载 %1 %</translation>
    </message>
</context>
<context>
    <name>potstill::TrajectoryView</name>
    <message>
        <source>Trajectory of one sample</source>
        <translation>一个样本的轨迹</translation>
    </message>
    <message>
        <source>Image beside the prediction</source>
        <translation>预测旁边的图像</translation>
    </message>
    <message>
        <source>beside the noisy state</source>
        <translation>旁边为带噪状态</translation>
    </message>
    <message>
        <source>beside the finished sample</source>
        <translation>旁边为完成的样本</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Sampling…</source>
        <translation>正在采样…</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>step %1 of %2 · t = %3 · %4 NFE</source>
        <translation>第 %1 / %2 步 · t = %3 · %4 NFE</translation>
    </message>
    <message>
        <source>predicted clean image</source>
        <translation>预测的干净图像</translation>
    </message>
    <message>
        <source>state, t = %1</source>
        <translation>状态，t = %1</translation>
    </message>
    <message>
        <source>finished sample</source>
        <translation>完成的样本</translation>
    </message>
    <message>
        <source>GIF animation…</source>
        <translation>GIF 动画…</translation>
    </message>
    <message>
        <source>WebP animation…</source>
        <translation>WebP 动画…</translation>
    </message>
    <message>
        <source>MP4 video…</source>
        <translation>MP4 视频…</translation>
    </message>
    <message>
        <source>MP4 video (needs the program ffmpeg)</source>
        <translation>MP4 视频（需要程序 ffmpeg）</translation>
    </message>
    <message>
        <source>Folder of PNGs…</source>
        <translation>PNG 文件夹…</translation>
    </message>
    <message>
        <source>The trajectory as an animation</source>
        <translation>把轨迹保存为动画</translation>
    </message>
</context>
<context>
    <name>potstill::VotingView</name>
    <message>
        <source>Rating – Potstill</source>
        <translation>评分 – Potstill</translation>
    </message>
    <message>
        <source>Pair %1 of %2</source>
        <translation>第 %1 / %2 对</translation>
    </message>
    <message>
        <source>That was the last pair. Thank you.</source>
        <translation>这是最后一对。谢谢。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>一样</translation>
    </message>
    <message>
        <source>Both bad</source>
        <translation>都差</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>左：%1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>右：%1</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>继续阅读</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>往回阅读</translation>
    </message>
    <message>
        <source>All pairs are answered</source>
        <translation>所有对均已作答</translation>
    </message>
    <message>
        <source>%1 ends the session</source>
        <translation>按 %1 结束本场</translation>
    </message>
    <message>
        <source>%1 takes the last answer back</source>
        <translation>按 %1 收回上一次作答</translation>
    </message>
    <message>
        <source>Your last answer is being written; the next one is taken in a moment.</source>
        <translation>正在写入您的上一个回答；马上就能接受下一个。</translation>
    </message>
</context>
<context>
    <name>potstill::WarningList</name>
    <message>
        <source>Warnings of this session; each leads to its run</source>
        <translation>本次会话的警告；每条都通往其运行</translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 条警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>警告</translation>
    </message>
</context>
<context>
    <name>potstill::WarningStrip</name>
    <message>
        <source>Open the log</source>
        <translation>打开日志</translation>
    </message>
    <message>
        <source>What the run wrote while it trained</source>
        <translation>运行在训练时写出的内容</translation>
    </message>
    <message>
        <source>Put this message away (Escape)</source>
        <translation>收起此消息 (Esc)</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>收起此消息</translation>
    </message>
    <message>
        <source>This run failed: %1</source>
        <translation>此运行失败：%1</translation>
    </message>
    <message>
        <source>At %L1 images: %2</source>
        <translation>在 %L1 张图像处：%2</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Opens the curves or pictures that show the cause, at that moment</source>
        <translation>打开显示原因的曲线或图像，并定位到那一刻</translation>
    </message>
</context>
</TS>
